/** What the task `runJobPage` does: finds the rows of a job, or works on one page of them. */
import * as z from 'zod';
import { jobIdField, tenantIdField } from '../contract/fields.ts';
import { claimPage, type ClaimedPage } from './claimPage.ts';
import type { JobDeps, JobTask } from './jobDeps.ts';
import { LANES } from './jobWork.ts';
import { recordPage } from './recordPage.ts';
import { runRows, type TriedRows } from './runRows.ts';
import { stageJob } from './stageJob.ts';

export const jobTaskSchema: z.ZodType<JobTask> = z.strictObject({
  tenantId: tenantIdField,
  jobId: jobIdField,
  run: z.int(),
  page: z.int().nonnegative().nullable(),
});

/** For what a task throws: a row that fails has tries of its own. What fails for longer the sweep takes up. */
export const JOB_RETRY = { maxAttempts: 10, minBackoffSeconds: 2, maxBackoffSeconds: 600 } as const;

/**
 * Pages are worked on in lanes: who has done one goes on with the next of its lane. However often a task is run, each row
 * is worked on once, as its kind promises for the same key.
 *
 * @throws to be run again.
 */
export async function runJobPage(deps: JobDeps, task: JobTask): Promise<void> {
  if (task.page === null) return stageJob(deps, task);
  const claimed = await claimNext(deps, { ...task, page: task.page });
  if (!claimed) return;
  const tried = await runRows(deps, claimed);
  const recorded = await recordPage(deps, claimed, tried);
  const { tenantId, jobId, kind } = claimed.job;
  deps.log.info('job.page', { tenantId, jobId, kind, page: claimed.page.n, rows: tried.size, ...recorded });
  if (recorded?.goesOn) await goOn(deps, task, claimed, tried, recorded.isDone);
}

/** @returns the first page of the lane that is not done. @throws where another run is at it. */
async function claimNext(deps: JobDeps, task: JobTask & { page: number }): Promise<ClaimedPage | undefined> {
  const claim = await claimPage(deps, task);
  switch (claim.kind) {
    case 'claimed':
      return claim;
    case 'done':
      return claimNext(deps, { ...task, page: task.page + LANES });
    case 'busy':
      throw new Error('Another run is at this page.');
    case 'nothing': {
      const { tenantId, jobId, page } = task;
      deps.log.info('job.nothing', { tenantId, jobId, page, reason: claim.reason });
      return undefined;
    }
  }
}

/** The rest of the page once more, now or later; and the next page, unless time was too short for this one. */
async function goOn(
  { jobQueue }: JobDeps,
  task: JobTask,
  { job, page }: ClaimedPage,
  tried: TriedRows,
  isDone: boolean,
): Promise<void> {
  const pauses = [...tried.values()].flatMap(({ retryAfterSeconds }) => retryAfterSeconds ?? []);
  const isReached = page.rows.every(({ outcome }, index) => outcome !== null || tried.has(index));
  if (!isDone) {
    const pause = isReached ? Math.min(...pauses) : 0;
    await jobQueue.enqueuePage({ ...task, page: page.n }, page.turn, pause);
  }
  const next = page.n + LANES;
  if (isReached && next < job.pages) await jobQueue.enqueuePage({ ...task, page: next }, 0, 0);
}
