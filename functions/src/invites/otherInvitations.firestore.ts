/** What tenants want of a person, over all of them. */
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
  /** @returns every invitation of theirs that nobody has answered; some may have ended. */
  listUnanswered(person: Pick<PendingInviteDocument, 'uid' | 'email'>): Promise<PendingInviteDocument[]>;
}

export function otherInvitations(db: Firestore): OtherInvitations {
  const listUnanswered = async (
    { uid, email }: Pick<PendingInviteDocument, 'uid' | 'email'>,
    reader: Pick<Transaction, 'get'> | null,
  ) => {
    const query = db
      .collectionGroup(PENDING_INVITES)
      .where('uid', '==', uid)
      .where('email', '==', email)
      .where('status', '==', 'pending');
    const found = await (reader ? reader.get(query) : query.get());
    return found.docs.map((document) => document.data() as PendingInviteDocument);
  };
  return {
    listEnds: async ({ tenantId, ...person }, tx) =>
      (await listUnanswered(person, tx && tx.firestore))
        .filter((invite) => invite.tenantId !== tenantId)
        .map((invite) => new Date(invite.expiresAt.toMillis())),
    listUnanswered: (person) => listUnanswered(person, null),
  };
}
