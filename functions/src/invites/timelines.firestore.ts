/** The timeline of an invitation, to be erased. */
import type { Firestore } from 'firebase-admin/firestore';
import { paths } from '../contract/paths.ts';
import type { Tx } from '../platform/transaction.ts';

export interface Timelines {
  /** @returns the ids of some of its entries, at most `limit`. */
  listEventIds(tx: Tx, tenantId: string, uid: string, limit: number): Promise<string[]>;
}

export function timelines(db: Firestore): Timelines {
  return {
    async listEventIds(tx, tenantId, uid, limit) {
      const found = await tx.firestore.get(
        db.collection(paths.inviteEvents(tenantId, uid)).select().limit(limit),
      );
      return found.docs.map(({ id }) => id);
    },
  };
}
