import { collection, limit, orderBy, query, where } from 'firebase/firestore';
import { useEffect, useState } from 'react';
import type { JobDocument } from '../../../../../functions/src/contract/jobDocuments.ts';
import { paths } from '../../../../../functions/src/contract/paths.ts';
import { firestore } from '../../../shared/firebase/firestore.ts';
import { listenToQuery } from '../../../shared/firebase/listen.ts';
import { isEnded } from './jobWords.ts';

const LATEST = 3;
/** Ended work is shown this long, so that who comes back sees what became of it. */
const SHOWN_FOR_MS = 60 * 60_000;

/** @returns the latest work that this person has started: what goes on, and what ended within the hour. */
export function useMyJobs(tenantId: string, uid: string, now: number): JobDocument[] {
  const [jobs, setJobs] = useState<JobDocument[]>([]);
  useEffect(
    () =>
      listenToQuery(
        query(
          collection(firestore, paths.jobs(tenantId)),
          where('startedByUid', '==', uid),
          orderBy('createdAt', 'desc'),
          limit(LATEST),
        ),
        ({ docs }) => setJobs(docs.map((snapshot) => snapshot.data() as JobDocument)),
        () => setJobs([]),
      ),
    [tenantId, uid],
  );
  return jobs.filter((job) => !isEnded(job) || now - job.updatedAt.toMillis() < SHOWN_FOR_MS);
}
