import { createTheme } from '@mui/material/styles';
import type {} from '@mui/material/themeCssVarsAugmentation';
import type { ElementType } from 'react';
import { componentsWith } from './components.ts';
import { colorSchemes } from './palette.ts';

const FONT = '"Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';

/**
 * The product's look. Light or dark follows the system, through CSS variables alone: nothing flashes, nothing is stored.
 * @param Link what buttons with an address become: the router's link where there is a router
 */
export function createAppTheme(Link: ElementType = 'a') {
  return createTheme({
    cssVariables: { colorSchemeSelector: 'media', cssVarPrefix: 'hrx' },
    colorSchemes,
    shape: { borderRadius: 12 },
    typography: {
      fontFamily: FONT,
      h1: {
        fontSize: 'clamp(1.5rem, 1.2rem + 1.2vw, 2rem)',
        fontWeight: 680,
        letterSpacing: '-0.02em',
        lineHeight: 1.2,
      },
      h2: { fontSize: '1.25rem', fontWeight: 660, letterSpacing: '-0.01em', lineHeight: 1.3 },
      h3: { fontSize: '1.0625rem', fontWeight: 650, lineHeight: 1.4 },
      subtitle2: { fontWeight: 600 },
      button: { textTransform: 'none', fontWeight: 620 },
    },
    components: componentsWith(Link),
  });
}
