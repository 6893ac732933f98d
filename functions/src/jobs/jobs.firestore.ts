/** Questions about jobs that take more than one document. */
import type { Firestore } from 'firebase-admin/firestore';
import type { JobDocument, JobState } from '../contract/jobDocuments.ts';
import { JOBS } from '../contract/paths.ts';
import type { JobStore } from './jobDeps.ts';

const AT_WORK: JobState[] = ['staging', 'running'];

export function jobStore(db: Firestore): JobStore {
  return {
    async listDue(now, limit) {
      const query = db
        .collectionGroup(JOBS)
        .where('state', 'in', AT_WORK)
        .where('takeUpAt', '<=', now)
        .orderBy('takeUpAt')
        .limit(limit);
      return (await query.get()).docs.map((document) => {
        const { tenantId, jobId } = document.data() as JobDocument;
        return { tenantId, jobId };
      });
    },
  };
}
