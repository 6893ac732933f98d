import { collection, orderBy, query } from 'firebase/firestore';
import { useEffect, useState } from 'react';
import { documentKeys } from '../../../../../functions/src/contract/documentKeys.ts';
import type {
  JobDocument,
  JobPageDocument,
  JobRow,
} from '../../../../../functions/src/contract/jobDocuments.ts';
import { paths } from '../../../../../functions/src/contract/paths.ts';
import { firestore } from '../../../shared/firebase/firestore.ts';
import { listenToQuery } from '../../../shared/firebase/listen.ts';
import { useLiveDocument, type LiveDocument } from '../../../shared/firebase/useLiveDocument.ts';

export interface WatchedJob {
  job: LiveDocument<JobDocument>;
  /** With what became of each so far. */
  rows: JobRow[];
}

/** @returns a job as it goes on, with its rows. */
export function useJob(tenantId: string, jobId: string): WatchedJob {
  const job = useLiveDocument(documentKeys.job(tenantId, jobId));
  const [pages, setPages] = useState<JobPageDocument[]>([]);
  useEffect(
    () =>
      listenToQuery(
        query(collection(firestore, paths.jobPages(tenantId, jobId)), orderBy('n')),
        ({ docs }) => setPages(docs.map((snapshot) => snapshot.data() as JobPageDocument)),
        () => setPages([]),
      ),
    [tenantId, jobId],
  );
  return { job, rows: pages.flatMap((page) => page.rows) };
}
