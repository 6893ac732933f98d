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
import {
  INVITE_ATTENTIONS,
  MAIL_PROBLEMS,
  type InviteStatus,
} from '../../../../../functions/src/contract/statuses.ts';
import type { InvitationsView, Sort, Tab } from './invitationsView.ts';

export interface InviteFilter extends InvitationsView {
  tenantId: string;
}

export const INVITES_A_PAGE = 25;

const ENDED: readonly InviteStatus[] = ['declined', 'revoked', 'expired'];

const OF_TAB: Readonly<Record<Tab, QueryConstraint[]>> = {
  open: [where('status', '==', 'pending')],
  attention: [where('attention', 'in', INVITE_ATTENTIONS)],
  accepted: [where('status', '==', 'accepted')],
  ended: [where('status', 'in', ENDED)],
  all: [],
};

const OF_SORT: Readonly<Record<Sort, QueryConstraint>> = {
  newest: orderBy('createdAt', 'desc'),
  oldest: orderBy('createdAt', 'asc'),
  ends: orderBy('expiresAt', 'asc'),
};

/**
 * Everything that the filter asks for, in its order, which counting needs too: it makes the same indexes serve.
 *
 * The shapes, for firestore.indexes.json: any of `inviterUid`, `searchTokens`, `status` or `attention`, `role` and
 * `mail.state`, each with each order. Firestore puts the indexes of several filters together where they end in the same
 * order, so that each filter × order needs one
 * (https://firebase.google.com/docs/firestore/query-data/index-overview#taking_advantage_of_index_merging). Of the two
 * lists of values at most 4 × 5 combinations are asked for; Firestore takes 30.
 */
export function matchingInvites(firestore: Firestore, filter: InviteFilter): Query {
  const { tenantId, inviterUid, search, tab, role, mailProblem, sort } = filter;
  const token = searchTokenFor(search);
  const constraints: QueryConstraint[] = [];
  if (inviterUid !== null) constraints.push(where('inviterUid', '==', inviterUid));
  if (token !== '') constraints.push(where('searchTokens', 'array-contains', token));
  constraints.push(...OF_TAB[tab]);
  if (role !== null) constraints.push(where('role', '==', role));
  if (mailProblem) constraints.push(where('mail.state', 'in', MAIL_PROBLEMS));
  return query(collection(firestore, paths.pendingInvites(tenantId)), ...constraints, OF_SORT[sort]);
}

/**
 * One page of invitations, and one more row that tells whether there is a next page.
 * @param after the last row of the page before, or null for the first
 */
export function invitesQuery(
  firestore: Firestore,
  filter: InviteFilter,
  after: QueryDocumentSnapshot | null,
): Query {
  const matching = matchingInvites(firestore, filter);
  const size = limit(INVITES_A_PAGE + 1);
  return after === null ? query(matching, size) : query(matching, startAfter(after), size);
}
