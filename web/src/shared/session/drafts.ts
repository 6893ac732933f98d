/**
 * What somebody typed into a form and has not sent, so that closing it, a reload or a session that ended loses nothing. It
 * ends with the tab, with sending the form, or with a sign-out. Where storage is refused, nothing is kept and nothing fails.
 */
const PREFIX = 'hrx.draft.';

/** @param form which form of whom. @returns what was typed, as far as it is text, or null */
export function readDraft(form: string): Record<string, unknown> | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(PREFIX + form) ?? 'null');
    return typeof kept === 'object' && kept !== null ? { ...kept } : null;
  } catch {
    return null;
  }
}

/** @param values null forgets them */
export function keepDraft(form: string, values: object | null): void {
  try {
    if (values === null) sessionStorage.removeItem(PREFIX + form);
    else sessionStorage.setItem(PREFIX + form, JSON.stringify(values));
  } catch {
    // A private window may refuse: the form works without.
  }
}

/** The next person in this tab finds nothing. */
export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
    }
  } catch {
    // Nothing was kept.
  }
}
