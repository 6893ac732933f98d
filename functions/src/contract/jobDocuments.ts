/** Work on many rows: what is stored of it, and what a page shows live. No zod here. */
import type { Instant } from './instants.ts';
import type { Permission } from './roles.ts';

/** Every kind of work on many. */
export type JobKindName = 'revoke-lost-invitations' | InvitesJobKindName;

/** What somebody has done to many invitations, and the kind of job that does it. */
export const INVITES_JOB_ACTIONS = ['resend', 'revoke', 'extend'] as const;
export type InvitesJobAction = (typeof INVITES_JOB_ACTIONS)[number];
export type InvitesJobKindName = `${InvitesJobAction}-invitations`;

interface JobKindEntry {
  /** Who may see, pause, cancel and retry the jobs of others. */
  managedBy: JobManager;
  /** By the server, page by page, or by whoever starts it. */
  rows: 'found' | 'given';
}

export const JOB_KINDS: Readonly<Record<JobKindName, JobKindEntry>> = {
  'revoke-lost-invitations': { managedBy: 'invites:manage', rows: 'found' },
  'resend-invitations': { managedBy: 'invites:manage', rows: 'found' },
  'revoke-invitations': { managedBy: 'invites:manage', rows: 'found' },
  'extend-invitations': { managedBy: 'invites:manage', rows: 'found' },
};

/** The rights that somebody manages jobs by. */
export type JobManager = Extract<Permission, 'invites:manage' | 'members:manage'>;

/**
 * staging (its rows are being collected) → running → done. Paused it goes on where it stopped. `failed`: it was stopped by
 * a rule of ours, and `stoppedBy` says which.
 */
export const JOB_STATES = ['staging', 'running', 'paused', 'cancelled', 'done', 'failed'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** What somebody may ask for. */
export const JOB_STATES_TO_ASK_FOR = ['running', 'paused', 'cancelled'] as const;
export type JobStateAskedFor = (typeof JOB_STATES_TO_ASK_FOR)[number];

export const JOB_OUTCOMES = ['done', 'skipped', 'failed'] as const;
export type JobOutcomeState = (typeof JOB_OUTCOMES)[number];

/** Why a job was stopped before its end. */
export type JobStop = 'starter-lost-right';

/** Facts that a kind needs for all of its rows: ids and choices. */
export type JobParameters = Record<string, string | number | boolean | null | string[]>;

/** `tenants/{t}/jobs/{id}`: one job. A page listens to it and shows the progress. */
export interface JobDocument {
  jobId: string;
  tenantId: string;
  kind: JobKindName;
  /** Copied from the kind, so that rules can decide on a list. */
  managedBy: JobManager;
  startedByUid: string;
  parameters: JobParameters;
  state: JobState;
  stoppedBy: JobStop | null;
  /** How many rows there are. It still grows while the state is `staging`. */
  total: number;
  /** What became of them. The rest has not been tried to the end yet. `retriable` of the failed may work when tried again. */
  counts: Record<JobOutcomeState | 'retriable', number>;
  /** How many pages of rows there are: `rows/0000` and so on. */
  pages: number;
  /** How many of them have been worked through in this round. */
  pagesDone: number;
  /** Whether all rows are there. */
  isStaged: boolean;
  /** Where the next page of rows begins, in the words of the kind. */
  cursor: string | null;
  /** Goes up when somebody tries the failed rows again. */
  round: number;
  /** Goes up whenever work is begun again: tasks of an earlier run do nothing. */
  run: number;
  /** When the sweep may take it up, unless progress was made until then; null where nothing is to be done. */
  takeUpAt: Instant | null;
  createdAt: Instant;
  updatedAt: Instant;
  finishedAt: Instant | null;
  /** Firestore's TTL deletes it some time after this. */
  expireAt: Instant;
}

/** What became of one row. */
export interface JobRowOutcome {
  state: JobOutcomeState;
  /** Why it was skipped, or the code of the error (contract/errors.ts); null where it was done. */
  code: string | null;
  /** Whether a failed row may work when it is tried again. */
  retriable: boolean;
}

export interface JobRow {
  /** What is to be worked on, in the shape of the kind: ids, and what a page needs to name it. */
  row: JobParameters;
  /** null: not tried to the end yet. */
  outcome: JobRowOutcome | null;
  /** How often it failed in a way that passes, since it was last begun. */
  tries: number;
}

/** `tenants/{t}/jobs/{id}/rows/{n}`: a hundred rows with their outcomes in one document. */
export interface JobPageDocument {
  n: number;
  rows: JobRow[];
  /** The round of the job that it was last worked on in. */
  round: number;
  /** Whether every row has its outcome of that round. */
  isDone: boolean;
  /** The one run at work, and until when it is believed to be alive. */
  lease: { holder: string; until: Instant } | null;
  /** How often a run has taken it: makes each task for it another one. */
  turn: number;
  expireAt: Instant;
}
