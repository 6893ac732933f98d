// What the doctor found, and how it says so. Plain JavaScript: it must run before anything is installed.

/** How it stands: fine, to be known, or in the way. */
export const MARKS = { fine: '✓', note: '!', wrong: '✗' };

/**
 * @param {import('./finding.d.mts').Finding} finding
 * @returns {string} one line, and what to do under it
 */
export function sayFinding({ state, what, advice }) {
  const line = `  ${MARKS[state]} ${what}`;
  return advice ? `${line}\n      ${advice}` : line;
}
