/** What the sweep finds in the outbox. */
import type { Firestore } from 'firebase-admin/firestore';
import { paths } from '../contract/paths.ts';
import type { OutboxDocument } from '../contract/serverDocuments.ts';
import type { OutboxStore } from './outboxDeps.ts';

export function outboxStore(db: Firestore): OutboxStore {
  return {
    async listDue(now, limit) {
      // What is over has null there, which no inequality meets: it costs what is due, however much there was.
      const query = db.collection(paths.outbox()).where('nextAt', '<=', now).orderBy('nextAt').limit(limit);
      const { docs } = await query.get();
      return docs.map((document) => ({ id: document.id, item: document.data() as OutboxDocument }));
    },
  };
}
