/** A document with the version that was read, and a change of it in one round trip: a transaction would read it once more. */
import type { Firestore, UpdateData, WriteBatch } from 'firebase-admin/firestore';
import type { DocumentKey } from '../contract/documentKeys.ts';
import type { Tx } from './transaction.ts';

export interface Versioned<Document> {
  document: Document;
  /**
   * Makes these updates, all or none, if this document has not changed since it was read. It has to be one of those that
   * are updated.
   *
   * @returns false where that did not happen, or may not have: a transaction has to look what is there.
   */
  updateIfUnchanged(write: (update: Tx['update']) => void): Promise<boolean>;
}

/** One plain read, which holds nobody up. @returns undefined where there is no such document. */
export type VersionedRead = <Document>(
  key: DocumentKey<Document>,
) => Promise<Versioned<Document> | undefined>;

/** @returns what reads documents of this database with their versions. */
export function versionedRead(db: Firestore): VersionedRead {
  return async <Document>(key: DocumentKey<Document>) => {
    const snapshot = await db.doc(key.path).get();
    const { updateTime } = snapshot;
    if (updateTime === undefined) return undefined;
    return {
      document: snapshot.data() as Document,
      updateIfUnchanged: (write) => {
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
