/** The accounts that the sweep may delete. */
import type { Firestore } from 'firebase-admin/firestore';
import type { PendingInviteDocument, UserDocument } from '../contract/documents.ts';
import { UNUSED_ACCOUNT_KEPT_HOURS } from '../contract/limits.ts';
import { paths, PENDING_INVITES } from '../contract/paths.ts';
import { dueQuery, type ListDue } from '../platform/dueQuery.ts';
import type { Tx } from '../platform/transaction.ts';

export interface UnusedUsers {
  /** Whose account we made, nobody has used, and no membership has needed for a day. */
  listIdle: ListDue<UserDocument>;
  /** Whose deletion has begun, and is to go on now. */
  listBuried: ListDue<UserDocument>;
  /** @returns whether there is an unanswered invitation of theirs, in any tenant. */
  isInvited(tx: Tx, uid: string): Promise<boolean>;
}

export function unusedUsers(db: Firestore): UnusedUsers {
  const users = db.collection(paths.users());
  const neverBegun = users
    .where('origin', '==', 'invited' satisfies UserDocument['origin'])
    .where('begun', '==', null);
  return {
    listIdle: dueQuery(db, neverBegun, {
      field: 'idleSince',
      waitSeconds: UNUSED_ACCOUNT_KEPT_HOURS * 3600,
    }),
    listBuried: dueQuery(db, users, { field: 'tombstone.nextAt' }),
    async isInvited(tx, uid) {
      const unanswered = db
        .collectionGroup(PENDING_INVITES)
        .where('uid', '==', uid)
        .where('status', '==', 'pending' satisfies PendingInviteDocument['status'])
        .limit(1);
      return !(await tx.firestore.get(unanswered)).empty;
    },
  };
}
