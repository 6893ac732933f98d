/** A person's invitations over all tenants. */
import type { Firestore, Transaction } from 'firebase-admin/firestore';
import type { PendingInviteDocument } from '../contract/documents.ts';
import { PENDING_INVITES } from '../contract/paths.ts';
import type { Tx } from '../platform/transaction.ts';

export interface InviteStore {
  /** @returns every unanswered invitation of theirs; some may be past their end. */
  listUnanswered(person: Pick<PendingInviteDocument, 'uid' | 'email'>): Promise<PendingInviteDocument[]>;
  /**
   * @param tx the transaction that decides on the answer.
   * @returns those of other tenants.
   */
  listUnansweredElsewhere(
    invite: Pick<PendingInviteDocument, 'uid' | 'email' | 'tenantId'>,
    tx: Tx,
  ): Promise<PendingInviteDocument[]>;
}

export function inviteStore(db: Firestore): InviteStore {
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
    listUnanswered: (person) => listUnanswered(person, null),
    listUnansweredElsewhere: async ({ tenantId, ...person }, tx) =>
      (await listUnanswered(person, tx.firestore)).filter((invite) => invite.tenantId !== tenantId),
  };
}
