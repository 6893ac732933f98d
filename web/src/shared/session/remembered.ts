/** What this browser remembers for each person. Where storage is refused, nothing is remembered and nothing fails. */

/**
 * `linkAddress` is of nobody yet: the address that a sign-in link was asked for here, until somebody is in by it, as
 * Firebase advises (firebase.google.com/docs/auth/web/email-link-auth). `session`: somebody is signed in.
 */
type Whose =
  | [what: 'tenant' | 'claimsVersion', uid: string]
  | [what: 'linkAddress' | 'session', nobody: null];

function key([what, uid]: Whose): string {
  return uid === null ? `hrx.${what}` : `hrx.${what}.${uid}`;
}

/** @returns what was remembered, or null. */
export function recall(...whose: Whose): string | null {
  try {
    return localStorage.getItem(key(whose));
  } catch {
    return null;
  }
}

/** Keeps `value` for this person; null forgets it. */
export function remember(...[what, uid, value]: [...Whose, value: string | null]): void {
  const name = key([what, uid] as Whose);
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Private windows may refuse: the page works without.
  }
}

/** @returns whether somebody was signed in here when this was last known: Firebase Auth alone can tell. */
export function expectsSession(): boolean {
  return recall('session', null) !== null;
}
