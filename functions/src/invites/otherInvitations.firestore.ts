/** What other tenants want of a person. */
import type { Firestore, Transaction } from 'firebase-admin/firestore';
import type { PendingInviteDocument } from '../contract/documents.ts';
import { PENDING_INVITES } from '../contract/paths.ts';
import type { Tx } from '../platform/transaction.ts';

export interface OtherInvitations {
  /**
   * @param tx the transaction that decides on the answer; null where it is only shown.
   * @returns when each invitation by another tenant ends that nobody has answered.
   */
  listEnds(invite: Pick<PendingInviteDocument, 'uid' | 'email' | 'tenantId'>, tx: Tx | null): Promise<Date[]>;
}

export function otherInvitations(db: Firestore): OtherInvitations {
  return {
    async listEnds({ uid, email, tenantId }, tx) {
      const query = db
        .collectionGroup(PENDING_INVITES)
        .where('uid', '==', uid)
        .where('email', '==', email)
        .where('status', '==', 'pending');
      const reader: Pick<Transaction, 'get'> | null = tx && tx.firestore;
      const found = await (reader ? reader.get(query) : query.get());
      return found.docs
        .map((document) => document.data() as PendingInviteDocument)
        .filter((invite) => invite.tenantId !== tenantId)
        .map((invite) => new Date(invite.expiresAt.toMillis()));
    },
  };
}
