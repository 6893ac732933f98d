/** Finding what is due by one field of its documents: it costs what is due, however many documents there are. */
import { FieldPath, type Firestore, type Query } from 'firebase-admin/firestore';
import type { Instant } from '../contract/instants.ts';

/** A document that is due. Whoever works on it reads it again, in the transaction that decides. */
export interface Due<Document> {
  path: string;
  /** Since when. */
  at: Instant;
  document: Document;
}

/**
 * @param after the last one of the page before; null at the beginning.
 * @returns what is due by `now`, the longest due first.
 */
export type ListDue<Document> = (
  now: Date,
  limit: number,
  after: Due<Document> | null,
) => Promise<Due<Document>[]>;

/**
 * @param query without an order. A document with null in the field is not due: no inequality meets it.
 * @param field holds the instant from which on a document is due, or so long before it as `waitSeconds` says.
 */
export function dueQuery<Document>(
  db: Firestore,
  query: Query,
  { field, waitSeconds = 0 }: { field: string; waitSeconds?: number },
): ListDue<Document> {
  return async (now, limit, after) => {
    const until = new Date(now.getTime() - waitSeconds * 1000);
    const ordered = query.where(field, '<=', until).orderBy(field).orderBy(FieldPath.documentId());
    const page = after ? ordered.startAfter(after.at, db.doc(after.path)) : ordered;
    const { docs } = await page.limit(limit).get();
    return docs.map((found) => ({
      path: found.ref.path,
      at: found.get(field) as Instant,
      document: found.data() as Document,
    }));
  };
}
