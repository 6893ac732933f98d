/** The digests that are to be sent. */
import type { Firestore } from 'firebase-admin/firestore';
import { paths } from '../contract/paths.ts';
import type { NoticeDigestDocument } from '../contract/serverDocuments.ts';
import { dueQuery, type ListDue } from '../platform/dueQuery.ts';

export function dueDigests(db: Firestore): ListDue<NoticeDigestDocument> {
  return dueQuery(db, db.collection(paths.noticeDigests()), { field: 'dueAt' });
}
