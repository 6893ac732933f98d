import { forgetInvitation, keepInvitation, keptInvitation } from '../../../shared/routing/keptInvitation.ts';
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

const arrivals = watchLinkArrivals<InviteLink>({
  path: pagePaths.invite.path,
  none: { kind: 'none' },
  recall: () => readInviteLink(`#${keptInvitation() ?? ''}`),
  read: ({ search, hash }) => {
    if (hash === '') return null;
    const link = readInviteLink(hash);
    if (link.kind === 'secret') keepInvitation(link.secret);
    return { link, search };
  },
});

export const { take: takeInviteLink, current: currentArrival, subscribe: subscribeToArrivals } = arrivals;

/** Forgets the link, in this tab's storage too: the invitation is answered. */
export function forgetInviteLink(): void {
  forgetInvitation();
  arrivals.forget();
}

// The page's entry imports this file first, so that no other script ever sees the fragment.
takeInviteLink();
