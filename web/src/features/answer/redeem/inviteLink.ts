import { watchLinkArrivals } from '../../../shared/routing/watchLinkArrivals.ts';
import { pagePaths } from '../../../shared/routing/pagePaths.ts';

/** What the address bar held when the page was opened: `/invite#<64 hex>`. */
export type InviteLink = { kind: 'none' } | { kind: 'broken' } | { kind: 'secret'; secret: string };

/** Exactly what the contract's `secretField` takes: a cut, padded or re-cased secret is no secret. */
const SECRET = /^#[0-9a-f]{64}$/;

/** @returns what a fragment holds; `#` and the rest of an address alone hold nothing. */
export function readInviteLink(fragment: string): InviteLink {
  if (fragment === '' || fragment === '#') return { kind: 'none' };
  return SECRET.test(fragment) ? { kind: 'secret', secret: fragment.slice(1) } : { kind: 'broken' };
}

export const {
  take: takeInviteLink,
  forget: forgetInviteLink,
  current: currentArrival,
  subscribe: subscribeToArrivals,
} = watchLinkArrivals<InviteLink>({
  path: pagePaths.invite.path,
  none: { kind: 'none' },
  read: ({ search, hash }) => (hash === '' ? null : { link: readInviteLink(hash), search }),
});

// The app's entry imports this file first, so that no other script, the router among them, ever sees the fragment.
takeInviteLink();
