/** A document as it was seen, and a change of it in one round trip: a transaction would read it once more. */
import type { Firestore, UpdateData, WriteBatch } from 'firebase-admin/firestore';
import type { DocumentKey } from '../contract/documentKeys.ts';
import type { Tx } from './transaction.ts';

export interface Seen<Document> {
  document: Document;
  /**
   * Makes these updates, all or none, if this document has not changed since it was seen. It has to be one of those that
   * are updated.
   *
   * @returns false where that did not happen, or may not have: a transaction has to look what is there.
   */
  update(write: (update: Tx['update']) => void): Promise<boolean>;
}

/** One plain read, which holds nobody up. @returns undefined where there is no such document. */
export type See = <Document>(key: DocumentKey<Document>) => Promise<Seen<Document> | undefined>;

/** @returns what sees documents of this database. */
export function seeing(db: Firestore): See {
  return async <Document>(key: DocumentKey<Document>) => {
    const snapshot = await db.doc(key.path).get();
    const { updateTime } = snapshot;
    if (updateTime === undefined) return undefined;
    return {
      document: snapshot.data() as Document,
      update: (write) => {
        const batch = db.batch();
        write((other, fields) => {
          const condition = other.path === key.path ? { lastUpdateTime: updateTime } : { exists: true };
          batch.update(db.doc(other.path), fields as UpdateData<object>, condition);
        });
        return commits(batch);
      },
    };
  };
}

async function commits(batch: WriteBatch): Promise<boolean> {
  try {
    await batch.commit();
    return true;
  } catch {
    // It changed, or another document is missing, or nobody knows: the answer is the same.
    return false;
  }
}
