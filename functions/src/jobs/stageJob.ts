/** Finds the rows of a job and stores them, page by page. */
import { documentKeys } from '../contract/documentKeys.ts';
import type { JobDocument } from '../contract/jobDocuments.ts';
import type { JobDeps, JobTask } from './jobDeps.ts';
import type { FoundRows } from './jobKind.ts';
import type { JobParameters } from '../contract/jobDocuments.ts';
import { enqueueWork } from './enqueueWork.ts';
import { PAGE_ROWS } from './jobWork.ts';
import { addPage } from './startJob.ts';

/** How long one task goes on with it, before another one does: half of what a task function may run. */
const STAGE_SECONDS = 30;

/** Two runs at once store each row once. @throws to be run again. */
export async function stageJob(deps: JobDeps, task: JobTask): Promise<void> {
  const until = deps.clock.now().getTime() + STAGE_SECONDS * 1000;
  const key = documentKeys.job(task.tenantId, task.jobId);
  let { job } = await deps.reads.readAll({ job: key });
  while (job?.state === 'staging' && job.run === task.run && deps.clock.now().getTime() < until) {
    await stagePage(deps, job);
    ({ job } = await deps.reads.readAll({ job: key }));
  }
  if (job?.run === task.run) await enqueueWork(deps, job);
}

async function stagePage(deps: JobDeps, seen: JobDocument): Promise<void> {
  const { tenantId, jobId, parameters, cursor } = seen;
  const kind = deps.jobKinds[seen.kind];
  const found = await kind.findRows({ tenantId, parameters, cursor, limit: PAGE_ROWS });
  await deps.transact(async (tx) => {
    const { job } = await tx.readAll({ job: documentKeys.job(tenantId, jobId) });
    // Another run has stored it, or somebody paused the job.
    if (!job || job.state !== 'staging' || job.run !== seen.run || job.pages !== seen.pages) return;
    if (isEmpty(job, found)) await kind.finish(tx, job);
    addPage(tx, job, found.rows, { cursor: found.cursor, now: deps.clock.now() });
  });
}

function isEmpty({ total }: JobDocument, { rows, cursor }: FoundRows<JobParameters>): boolean {
  return cursor === null && total + rows.length === 0;
}
