/**
 * Our colours, light and dark: deep pine on warm paper, apricot for what deserves a second look. Each text colour has a
 * contrast of 4.5 or more on both backgrounds, each field border 3 or more (WCAG 2.2, 1.4.3 and 1.4.11).
 */
export const colorSchemes = {
  light: {
    palette: {
      primary: { main: '#0f5c58', dark: '#0a4340', light: '#d9ebe7', contrastText: '#ffffff' },
      secondary: { main: '#92471c', dark: '#6f3413', light: '#f9e6d8', contrastText: '#ffffff' },
      success: { main: '#1d6b42', contrastText: '#ffffff' },
      warning: { main: '#855000', contrastText: '#ffffff' },
      error: { main: '#b0261f', contrastText: '#ffffff' },
      info: { main: '#2a5d8f', contrastText: '#ffffff' },
      background: { default: '#f6f4ef', paper: '#ffffff' },
      text: { primary: '#1a2527', secondary: '#51605f' },
      divider: '#e2dfd6',
    },
  },
  dark: {
    palette: {
      primary: { main: '#8ad6ca', dark: '#5fb8aa', light: '#1f3a38', contrastText: '#06302d' },
      secondary: { main: '#f3b78f', dark: '#d99567', light: '#322a24', contrastText: '#43200a' },
      success: { main: '#86d5a6', contrastText: '#07311b' },
      warning: { main: '#efc27c', contrastText: '#3b2500' },
      error: { main: '#f7aaa3', contrastText: '#4a0e0a' },
      info: { main: '#9fc7f0', contrastText: '#0c2c4b' },
      background: { default: '#111819', paper: '#192223' },
      text: { primary: '#e9eeec', secondary: '#a6b3b0' },
      divider: '#2d3939',
    },
  },
} as const;

/** The border of a field at rest: 3:1 or more on both backgrounds of its scheme. */
export const FIELD_BORDER = { light: '#7f8b88', dark: '#74827f' } as const;
