/** The tasks that a job begins with, and begins again with. */
import { JOB_KINDS, type JobDocument } from '../contract/jobDocuments.ts';
import type { JobDeps } from './jobDeps.ts';
import { LANES } from './jobWork.ts';

/** What there is to be done about a job once its commit is there. */
export type JobWork = Pick<JobDocument, 'tenantId' | 'jobId' | 'kind' | 'state' | 'run' | 'pages'>;

/**
 * Has its rows found, or its first pages run: each of them goes on with the next one of its lane.
 *
 * @throws where the queue does not answer: the sweep takes the job up then.
 */
export async function enqueueWork({ jobQueue }: Pick<JobDeps, 'jobQueue'>, work: JobWork): Promise<void> {
  const { tenantId, jobId, kind, state, run, pages } = work;
  const task = { tenantId, jobId, run };
  if (state === 'staging' && JOB_KINDS[kind].rows === 'found') {
    await jobQueue.enqueuePage({ ...task, page: null }, pages, 0);
  }
  if (state !== 'running') return;
  const first = Array.from({ length: Math.min(LANES, pages) }, (_, page) => page);
  await Promise.all(first.map((page) => jobQueue.enqueuePage({ ...task, page }, 0, 0)));
}
