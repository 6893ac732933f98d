/** The invitations with which the sweep has something to do, over all tenants. */
import type { Firestore } from 'firebase-admin/firestore';
import type { PendingInviteDocument } from '../contract/documents.ts';
import { ENDED_ADDRESS_KEPT_DAYS } from '../contract/limits.ts';
import { PENDING_INVITES } from '../contract/paths.ts';
import { dueQuery, type ListDue } from '../platform/dueQuery.ts';

export interface DueInvitations {
  /** Those that have expired, and nobody has written that. */
  listExpired: ListDue<PendingInviteDocument>;
  /** Those whose end is near, and nobody has looked since. */
  listNearEnd: ListDue<PendingInviteDocument>;
  /** Those that have ended long ago, and still say who was invited. */
  listToErase: ListDue<PendingInviteDocument>;
}

export function dueInvitations(db: Firestore): DueInvitations {
  const invitations = db.collectionGroup(PENDING_INVITES);
  const unanswered = invitations.where('status', '==', 'pending' satisfies PendingInviteDocument['status']);
  return {
    listExpired: dueQuery(db, unanswered, { field: 'expiresAt' }),
    listNearEnd: dueQuery(db, unanswered, { field: 'nearEndAt' }),
    listToErase: dueQuery(db, invitations.where('addressErasedAt', '==', null), {
      field: 'endedAt',
      waitSeconds: ENDED_ADDRESS_KEPT_DAYS * 24 * 3600,
    }),
  };
}
