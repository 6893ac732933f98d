/** The invitations with which the sweep has something to do, over all tenants. */
import type { Firestore } from 'firebase-admin/firestore';
import type { PendingInviteDocument } from '../contract/documents.ts';
import { PENDING_INVITES } from '../contract/paths.ts';
import { dueQuery, type ListDue } from '../platform/dueQuery.ts';

export interface DueInvitations {
  /** Those that have expired, and nobody has written that. */
  listExpired: ListDue<PendingInviteDocument>;
}

export function dueInvitations(db: Firestore): DueInvitations {
  const unanswered = db
    .collectionGroup(PENDING_INVITES)
    .where('status', '==', 'pending' satisfies PendingInviteDocument['status']);
  return {
    listExpired: dueQuery(db, unanswered, { field: 'expiresAt' }),
  };
}
