import type { Plugin } from 'vite';

const STAND_IN = '\0without-re2js';

/**
 * Firestore's SDK carries a library for regular expressions, 44 kB of what a page behind the sign-in loads, for pipelines
 * alone (`like`, `regexMatch`), which the app does not use. In builds alone: everything works without, the pages are
 * only larger. Firestore catches what it throws, and takes the pattern for an invalid one.
 */
export function withoutRe2js(): Plugin {
  return {
    name: 'without-re2js',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source) => (source === 're2js' ? STAND_IN : null),
    load: (id) =>
      id === STAND_IN
        ? `export const RE2JS = { compile() { throw new Error('Pipelines are left out of this build: see web/withoutRe2js.ts.'); } };`
        : null,
  };
}
