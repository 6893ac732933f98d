/**
 * The secret of the invitation that this tab is answering, so that a reload, Back or a tab that the browser discarded
 * comes back to it. It ends with the tab, the answer, a link that no longer works, or a sign-out, and is stored nowhere
 * else. Where storage is refused, nothing is kept and nothing fails.
 */
const KEY = 'hrx.invitation';

/** @returns the secret that is kept, or null */
export function keptInvitation(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function keepInvitation(secret: string): void {
  try {
    sessionStorage.setItem(KEY, secret);
  } catch {
    // A private window may refuse: then the link is opened again by hand.
  }
}

export function forgetInvitation(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
