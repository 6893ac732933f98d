import type { Components, CssVarsTheme, Theme } from '@mui/material/styles';
import type { ElementType } from 'react';
import { FIELD_BORDER } from './palette.ts';

type ThemeComponents = Components<Omit<Theme, 'components' | 'palette'> & CssVarsTheme>;

/** WCAG 2.2, 2.5.5: large enough for a thumb. */
const TOUCH_TARGET_PX = 44;

/** The person's own few colours replace ours (Windows' contrast themes). */
const FORCED_COLORS = '@media (forced-colors: active)';

const components: ThemeComponents = {
  MuiCssBaseline: {
    styleOverrides: {
      body: { minHeight: '100dvh' },
      '#root': { minHeight: '100dvh', display: 'flex', flexDirection: 'column' },
      ':focus-visible': { outline: '3px solid var(--hrx-palette-primary-main)', outlineOffset: 2 },
      // What focus is moved to so that a screen reader reads it is no control: it needs no ring.
      'h1:focus, h2:focus': { outline: 'none' },
      '@media (prefers-reduced-motion: reduce)': {
        '*, *::before, *::after': {
          animationDuration: '0.01ms !important',
          animationIterationCount: '1 !important',
          // Not the smallest one either: on every element, a colour would reach each child a frame after its parent.
          transitionDuration: '0s !important',
          scrollBehavior: 'auto !important',
        },
      },
    },
  },
  MuiButtonBase: {
    defaultProps: { disableRipple: true },
    styleOverrides: {
      root: {
        '&.Mui-focusVisible': { outline: '3px solid var(--hrx-palette-primary-main)', outlineOffset: 2 },
      },
    },
  },
  MuiButton: {
    defaultProps: { disableElevation: true },
    styleOverrides: {
      root: {
        minHeight: TOUCH_TARGET_PX,
        paddingInline: 18,
        borderRadius: 10,
        // There, a background says nothing.
        [FORCED_COLORS]: { border: '1px solid' },
      },
    },
  },
  MuiIconButton: {
    styleOverrides: { root: { minWidth: TOUCH_TARGET_PX, minHeight: TOUCH_TARGET_PX, borderRadius: 10 } },
  },
  MuiMenuItem: { styleOverrides: { root: { minHeight: TOUCH_TARGET_PX } } },
  MuiListItemButton: {
    styleOverrides: {
      root: {
        minHeight: TOUCH_TARGET_PX,
        borderRadius: 10,
        [FORCED_COLORS]: { '&.Mui-selected': { outline: '2px solid Highlight', outlineOffset: -2 } },
      },
    },
  },
  MuiOutlinedInput: {
    styleOverrides: {
      root: ({ theme }) => ({
        borderRadius: 10,
        backgroundColor: theme.vars.palette.background.paper,
        '&:not(:hover):not(.Mui-focused):not(.Mui-error):not(.Mui-disabled) .MuiOutlinedInput-notchedOutline':
          {
            borderColor: FIELD_BORDER.light,
            ...theme.applyStyles('dark', { borderColor: FIELD_BORDER.dark }),
          },
      }),
    },
  },
  MuiFormHelperText: { styleOverrides: { root: { marginInline: 2 } } },
  MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
  MuiCard: {
    defaultProps: { variant: 'outlined' },
    styleOverrides: { root: { borderRadius: 16 } },
  },
  MuiDialog: { styleOverrides: { paper: { borderRadius: 18 }, paperFullScreen: { borderRadius: 0 } } },
  MuiAlert: {
    styleOverrides: {
      root: { borderRadius: 12, alignItems: 'center' },
      // Long addresses are often in them.
      message: { overflowWrap: 'anywhere' },
    },
  },
  MuiChip: { styleOverrides: { root: { fontWeight: 600 } } },
  MuiTooltip: { defaultProps: { arrow: true } },
  MuiLink: { defaultProps: { underline: 'always' } },
  MuiTableCell: {
    styleOverrides: {
      root: ({ theme }) => ({ borderColor: theme.vars.palette.divider, paddingInline: 12 }),
      head: ({ theme }) => ({
        color: theme.vars.palette.text.secondary,
        fontWeight: 600,
        fontSize: '0.8125rem',
        whiteSpace: 'nowrap',
      }),
    },
  },
};

/**
 * How MUI's parts look here: quiet surfaces, one clear ring for the keyboard, targets for thumbs.
 * @param Link what buttons with an address become
 */
export function componentsWith(Link: ElementType): ThemeComponents {
  const base = components.MuiButtonBase;
  return {
    ...components,
    MuiButtonBase: { ...base, defaultProps: { ...base?.defaultProps, LinkComponent: Link } },
  };
}
