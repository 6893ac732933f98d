/** The queue of the task function `runJobPage`. */
import { enqueueOnce } from '../platform/enqueueOnce.ts';
import type { JobQueue } from './jobDeps.ts';

export const jobQueue: JobQueue = {
  enqueuePage: (task, turn, delaySeconds) => {
    const { tenantId, jobId, run, page } = task;
    const parts = [tenantId, jobId, run, page ?? 'rows', turn];
    return enqueueOnce('runJobPage', { ...task }, { parts, delaySeconds });
  },
};
