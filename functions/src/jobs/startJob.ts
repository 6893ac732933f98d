/** Beginning a job, in the transaction of whoever starts it. */
import { documentKeys } from '../contract/documentKeys.ts';
import type { JobDocument, JobParameters } from '../contract/jobDocuments.ts';
import type { Tx } from '../platform/transaction.ts';
import type { JobWork } from './enqueueWork.ts';
import { newJobDocument, newPage, PAGE_ROWS, progressed, staged, type NewJob } from './jobWork.ts';

/** @returns what is to be queued after the commit; where that fails, the sweep takes the job up. */
export function startJob(tx: Tx, job: NewJob): JobWork {
  const document = newJobDocument(job);
  tx.create(documentKeys.job(job.tenantId, job.jobId), document);
  const { tenantId, jobId, kind, state, run, pages } = document;
  return { tenantId, jobId, kind, state, run, pages };
}

/**
 * Adds a page of rows to a job whose rows are not all there yet.
 *
 * @param job what the transaction read.
 * @param rows at most `PAGE_ROWS`.
 * @param next.cursor where the next page begins; null where this was the last one, and the job runs from now on.
 * @returns what is to be queued after the commit, once the job runs.
 */
export function addPage(
  tx: Tx,
  job: JobDocument,
  rows: readonly JobParameters[],
  next: { cursor: string | null; now: Date },
): JobWork {
  // A row's key counts on it.
  if (rows.length > PAGE_ROWS) throw new Error(`A page has at most ${PAGE_ROWS} rows.`);
  const { tenantId, jobId, kind, run } = job;
  const { cursor, now } = next;
  if (rows.length > 0) tx.set(documentKeys.jobPage(tenantId, jobId, job.pages), newPage(job, rows));
  const total = job.total + rows.length;
  const pages = job.pages + (rows.length > 0 ? 1 : 0);
  const change = cursor === null ? staged({ kind, total }, now) : progressed(job, now);
  tx.update(documentKeys.job(tenantId, jobId), { pages, total, cursor, ...change });
  return { tenantId, jobId, kind, run, pages, state: change.state ?? job.state };
}
