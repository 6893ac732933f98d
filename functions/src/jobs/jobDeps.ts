/** What the engine needs: types alone. */
import type { PlatformDeps } from '../platform/platformDeps.ts';
import type { JobKinds } from './jobKind.ts';

/** The payload of the task `runJobPage`: ids alone. */
export interface JobTask {
  tenantId: string;
  jobId: string;
  /** The run that it belongs to: when work was begun again since, it does nothing. */
  run: number;
  /** null: the rows are to be found first. */
  page: number | null;
}

export interface JobQueue {
  /** Has `runJobPage` do it. The same task and turn twice is one. */
  enqueuePage(task: JobTask, turn: number, delaySeconds: number): Promise<void>;
}

export interface JobStore {
  /** @returns jobs at work of which nobody has heard for too long, the longest first. */
  listDue(now: Date, limit: number): Promise<{ tenantId: string; jobId: string }[]>;
}

export interface JobDeps extends PlatformDeps {
  jobQueue: JobQueue;
  jobStore: JobStore;
  jobKinds: JobKinds;
}
