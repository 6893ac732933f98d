/** For the sweep: goes on with jobs that no task goes on with. */
import { documentKeys } from '../contract/documentKeys.ts';
import { enqueueWork, type JobWork } from './enqueueWork.ts';
import type { JobDeps } from './jobDeps.ts';
import { begunAgain, isAtWork } from './jobWork.ts';

/**
 * Two at once take each job up once, and a job that is at work after all only has its tasks replaced.
 *
 * @returns how many were taken up.
 */
export async function takeUpJobs(deps: JobDeps, { limit }: { limit: number }): Promise<number> {
  const due = await deps.jobStore.listDue(deps.clock.now(), limit);
  let taken = 0;
  for (const { tenantId, jobId } of due) {
    const work = await takeUp(deps, tenantId, jobId);
    if (!work) continue;
    await enqueueWork(deps, work);
    deps.log.warn('job.taken_up', { tenantId, jobId, kind: work.kind });
    taken += 1;
  }
  return taken;
}

function takeUp(deps: JobDeps, tenantId: string, jobId: string): Promise<JobWork | undefined> {
  return deps.transact(async (tx) => {
    const now = deps.clock.now();
    const key = documentKeys.job(tenantId, jobId);
    const { job } = await tx.readAll({ job: key });
    if (!job || !isAtWork(job) || !job.takeUpAt || job.takeUpAt.toMillis() > now.getTime()) return undefined;
    tx.update(key, begunAgain(job, now));
    return { ...job, run: job.run + 1 };
  });
}
