import {
  collection,
  limit,
  orderBy,
  query,
  startAfter,
  where,
  type Firestore,
  type Query,
  type QueryConstraint,
  type QueryDocumentSnapshot,
} from 'firebase/firestore';
import { paths } from '../../../../../functions/src/contract/paths.ts';
import { searchTokenFor } from '../../../../../functions/src/contract/search.ts';
import type { InviteStatus } from '../../../../../functions/src/contract/statuses.ts';

export interface InviteFilter {
  tenantId: string;
  /** Only invitations that this person sent, for who may not read others': the rules demand it. */
  sentBy: string | null;
  status: InviteStatus | null;
  /** As it was typed: a name, an address, or the start of one. */
  search: string;
}

export const INVITES_A_PAGE = 25;

/**
 * One page of invitations, newest first, and one more row that tells whether there is a next page.
 *
 * The shapes, for firestore.indexes.json: any of `inviterUid ==`, `searchTokens array-contains`, `status ==`, in this
 * order, then `createdAt desc`. Eight in all, of which the bare one needs no index of its own.
 * @param after the last row of the page before, or null for the first
 */
export function invitesQuery(
  firestore: Firestore,
  { tenantId, sentBy, status, search }: InviteFilter,
  after: QueryDocumentSnapshot | null,
): Query {
  const token = searchTokenFor(search);
  const constraints: QueryConstraint[] = [];
  if (sentBy !== null) constraints.push(where('inviterUid', '==', sentBy));
  if (token !== '') constraints.push(where('searchTokens', 'array-contains', token));
  if (status !== null) constraints.push(where('status', '==', status));
  constraints.push(orderBy('createdAt', 'desc'));
  if (after !== null) constraints.push(startAfter(after));
  constraints.push(limit(INVITES_A_PAGE + 1));
  return query(collection(firestore, paths.pendingInvites(tenantId)), ...constraints);
}
