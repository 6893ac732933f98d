import type { Plugin } from 'vite';

const STAND_IN = '\0without-ripple';

/**
 * Every button of MUI carries the ripple, which our theme switches off everywhere (theme/components.ts): 2 kB of what a page
 * waits for. In builds alone: everything works without, the pages are only larger.
 */
export function withoutRipple(): Plugin {
  return {
    name: 'without-ripple',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === './TouchRipple.mjs' && importer?.includes('/ButtonBase/') ? STAND_IN : null,
    load: (id) => (id === STAND_IN ? 'export default () => null;' : null),
  };
}
