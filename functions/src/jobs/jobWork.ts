/** What is written of a job when it begins, goes on, stops and ends. Pure. */
import { JOB_KEPT_DAYS } from '../contract/limits.ts';
import {
  JOB_KINDS,
  type JobDocument,
  type JobKindName,
  type JobPageDocument,
  type JobParameters,
  type JobRow,
  type JobStateAskedFor,
  type JobStop,
} from '../contract/jobDocuments.ts';
import type { Instant, Written } from '../contract/documents.ts';
import { DomainError } from '../platform/DomainError.ts';

/** Rows in one document: with the largest row that we know (an invitation with its message: 4 kB) far from Firestore's 1 MiB. */
export const PAGE_ROWS = 100;
/** Pages of one job that are worked on at the same moment: two of the queue's five are left to others. */
export const LANES = 3;
/** How long a run is believed to be at a page: longer than a task function may run (60 s). */
export const PAGE_LEASE_SECONDS = 90;
/** When the sweep takes up a job of which nothing was heard: later than the longest pause between two tries of a row. */
const TAKE_UP_AFTER_SECONDS = 10 * 60;

type JobChange = Partial<Written<JobDocument>>;

export interface NewJob {
  jobId: string;
  tenantId: string;
  kind: JobKindName;
  startedByUid: string;
  parameters: JobParameters;
  now: Date;
}

/** @returns the document of a job whose rows are still to be found, or given. */
export function newJobDocument({ kind, now, ...given }: NewJob): Written<JobDocument> {
  const { managedBy, rows } = JOB_KINDS[kind];
  return {
    ...given,
    kind,
    managedBy,
    state: 'staging',
    stoppedBy: null,
    total: 0,
    counts: { done: 0, skipped: 0, failed: 0, retriable: 0 },
    pages: 0,
    pagesDone: 0,
    isStaged: false,
    cursor: null,
    round: 1,
    run: 1,
    takeUpAt: rows === 'found' ? takeUpAt(now) : null,
    createdAt: now,
    updatedAt: now,
    finishedAt: null,
    expireAt: new Date(now.getTime() + JOB_KEPT_DAYS * 24 * 3600_000),
  };
}

/** @returns the next page of a job. */
export function newPage(
  { pages, expireAt }: Pick<JobDocument, 'pages' | 'expireAt'>,
  rows: readonly JobParameters[],
): Written<JobPageDocument> {
  const staged = rows.map((row): JobRow => ({ row, outcome: null, tries: 0 }));
  return { n: pages, rows: staged, round: 1, isDone: false, lease: null, turn: 0, expireAt };
}

/** @returns what is written with each progress. Nobody takes up a job that waits for rows of somebody. */
export function progressed({ kind, isStaged }: Pick<JobDocument, 'kind' | 'isStaged'>, now: Date): JobChange {
  const isOurs = isStaged || JOB_KINDS[kind].rows === 'found';
  return { updatedAt: now, takeUpAt: isOurs ? takeUpAt(now) : null };
}

/** @returns what is written when all rows are there. Without any the job is done. */
export function staged({ kind, total }: Pick<JobDocument, 'kind' | 'total'>, now: Date): JobChange {
  if (total === 0) return { isStaged: true, ...ended('done', now) };
  return { isStaged: true, state: 'running', ...progressed({ kind, isStaged: true }, now) };
}

/** @returns what is written at the end. */
export function ended(
  state: 'done' | 'cancelled' | 'failed',
  now: Date,
  stoppedBy: JobStop | null = null,
): JobChange {
  return { state, stoppedBy, takeUpAt: null, updatedAt: now, finishedAt: now };
}

/** @returns whether work on it goes on. */
export function isAtWork({ state }: Pick<JobDocument, 'state'>): boolean {
  return state === 'staging' || state === 'running';
}

type Resumable = Pick<JobDocument, 'kind' | 'state' | 'run' | 'isStaged'>;

/** @returns what begins the work once more, by new tasks: older ones do nothing from then on. */
export function begunAgain({ kind, run, isStaged }: Resumable, now: Date): JobChange {
  const state = isStaged ? 'running' : 'staging';
  return { state, run: run + 1, ...progressed({ kind, isStaged }, now) };
}

/**
 * @returns what to write for a wish; null where it is so already.
 * @throws jobs/ended.
 */
export function changedState(job: Resumable, wish: JobStateAskedFor, now: Date): JobChange | null {
  if (job.state === wish || (wish === 'running' && job.state === 'staging')) return null;
  if (!isAtWork(job) && job.state !== 'paused') throw new DomainError('jobs/ended');
  switch (wish) {
    case 'running':
      return begunAgain(job, now);
    case 'paused':
      return { state: 'paused', takeUpAt: null, updatedAt: now };
    case 'cancelled':
      return ended('cancelled', now);
  }
}

/**
 * @returns what has the failed rows tried again that may work now: each page does so when its turn comes.
 * @throws jobs/not-ended; jobs/ended for one that was stopped, whose other rows nobody wants done; jobs/nothing-to-retry.
 */
export function retried(job: Resumable & Pick<JobDocument, 'round' | 'counts'>, now: Date): JobChange {
  if (isAtWork(job) || job.state === 'paused') throw new DomainError('jobs/not-ended');
  if (job.state !== 'done') throw new DomainError('jobs/ended');
  if (job.counts.retriable === 0) throw new DomainError('jobs/nothing-to-retry');
  return { ...begunAgain(job, now), round: job.round + 1, pagesDone: 0, finishedAt: null };
}

/** @returns the rows of a page that begins a new round: those that failed and may work now are open again. */
export function reopened(rows: readonly JobRow[]): JobRow[] {
  return rows.map((each) => (each.outcome?.retriable ? { ...each, outcome: null, tries: 0 } : each));
}

/** @returns the counts of a job after the rows of one page have become others. */
export function recounted(
  counts: JobDocument['counts'],
  before: readonly JobRow[],
  after: readonly JobRow[],
): JobDocument['counts'] {
  const [was, is] = [countsOf(before), countsOf(after)];
  const count = (key: keyof JobDocument['counts']) => counts[key] - was[key] + is[key];
  return {
    done: count('done'),
    skipped: count('skipped'),
    failed: count('failed'),
    retriable: count('retriable'),
  };
}

function countsOf(rows: readonly JobRow[]): JobDocument['counts'] {
  const counts = { done: 0, skipped: 0, failed: 0, retriable: 0 };
  for (const { outcome } of rows) {
    if (outcome) counts[outcome.state] += 1;
    if (outcome?.retriable) counts.retriable += 1;
  }
  return counts;
}

/** @returns whether a run is at this page, as far as one can tell. */
export function isLeased({ lease }: { lease: { until: Instant } | null }, now: Date): boolean {
  return lease !== null && lease.until.toMillis() > now.getTime();
}

function takeUpAt(now: Date): Date {
  return new Date(now.getTime() + TAKE_UP_AFTER_SECONDS * 1000);
}
