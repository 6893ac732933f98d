/** What the address bar held when the page was opened: `/invite#<64 hex>`. */
export type InviteLink = { kind: 'none' } | { kind: 'broken' } | { kind: 'secret'; secret: string };

/** A link that came, and the how-manyth it is: the same link opened twice arrives twice. */
export interface Arrival {
  link: InviteLink;
  count: number;
}

const INVITE_PATH = '/invite';
/** Exactly what the contract's `secretField` takes: a cut, padded or re-cased secret is no secret. */
const SECRET = /^#[0-9a-f]{64}$/;

let arrival: Arrival = { link: { kind: 'none' }, count: 0 };
const listeners = new Set<() => void>();

/** @returns what a fragment holds; `#` and the rest of an address alone hold nothing. */
export function readInviteLink(fragment: string): InviteLink {
  if (fragment === '' || fragment === '#') return { kind: 'none' };
  return SECRET.test(fragment) ? { kind: 'secret', secret: fragment.slice(1) } : { kind: 'broken' };
}

/**
 * Reads the fragment and takes it out of the address bar and the history, so that it stands in memory alone: never in
 * storage, a log, a referrer or an address that is asked for. Does nothing on other pages and without a fragment.
 */
export function takeInviteLink(): void {
  const { pathname, search, hash } = window.location;
  if (pathname !== INVITE_PATH || hash === '') return;

  window.history.replaceState(window.history.state, '', `${pathname}${search}`);
  arrive(readInviteLink(hash));
}

/** Forgets the link, after it did its work. */
export function forgetInviteLink(): void {
  arrive({ kind: 'none' });
}

/** @returns the latest arrival, the same object until another comes. */
export function currentArrival(): Arrival {
  return arrival;
}

/** @returns a function that ends the subscription. */
export function subscribeToArrivals(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function arrive(link: InviteLink): void {
  arrival = { link, count: arrival.count + 1 };
  for (const listener of listeners) listener();
}

// The app's entry imports this file first, so that no other script, the router among them, ever sees the fragment. A
// second link that is opened in the same tab changes the fragment alone: `popstate` comes before `hashchange`.
takeInviteLink();
window.addEventListener('popstate', takeInviteLink);
window.addEventListener('hashchange', takeInviteLink);
