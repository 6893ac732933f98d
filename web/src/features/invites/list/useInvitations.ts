import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { firestore } from '../../../shared/firebase/firestore.ts';
import { useQueryPages, type QueryPages } from '../../../shared/paging/useQueryPages.ts';
import { INVITES_A_PAGE, invitesQuery, type InviteFilter } from './invitesQuery.ts';

export type Invitations = QueryPages<PendingInviteDocument>;

/** @returns the invitations that the filter asks for, a page at a time; the page on the screen is live. */
export function useInvitations(filter: InviteFilter): Invitations {
  return useQueryPages({
    key: JSON.stringify(filter),
    size: INVITES_A_PAGE,
    queryAfter: (after) => invitesQuery(firestore, filter, after),
  });
}
