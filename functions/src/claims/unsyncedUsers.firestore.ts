/** Whose claims are behind. */
import type { Firestore } from 'firebase-admin/firestore';
import type { UserDocument } from '../contract/documents.ts';
import { paths } from '../contract/paths.ts';
import { dueQuery, type ListDue } from '../platform/dueQuery.ts';

/** What is done, or given up, has null there. */
export function unsyncedUsers(db: Firestore): ListDue<UserDocument> {
  return dueQuery(db, db.collection(paths.users()), { field: 'sync.nextAt' });
}
