/** What this browser remembers for each person. Where storage is refused, nothing is remembered and nothing fails. */

type What = 'tenant' | 'claimsVersion';

function key(what: What, uid: string): string {
  return `hrx.${what}.${uid}`;
}

/** @returns what was remembered, or null. */
export function recall(what: What, uid: string): string | null {
  try {
    return localStorage.getItem(key(what, uid));
  } catch {
    return null;
  }
}

/** Keeps `value` for this person; null forgets it. */
export function remember(what: What, uid: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key(what, uid));
    else localStorage.setItem(key(what, uid), value);
  } catch {
    // Private windows may refuse: the page works without.
  }
}
