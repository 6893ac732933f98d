/** What the projector takes, what it answers, and what it needs: types alone. */
import type { Instant, UserMembership } from '../contract/documents.ts';
import type { Clock } from '../platform/clock.ts';
import type { log } from '../platform/log.ts';

/** A membership as it was read, or as the caller has just written it. */
export type ProjectedMembership = Omit<UserMembership, 'since'> & { since: Instant | Date };
export type ProjectedMemberships = Readonly<Record<string, ProjectedMembership>>;

/** All that claims are computed from, as of one `membershipsVersion`. */
export interface ProjectionInput {
  version: number;
  memberships: ProjectedMemberships;
  /** `staff/{uid}` exists and is active. Who changes that bumps `membershipsVersion`. */
  staffActive: boolean;
  /** `sync.waiting`: whose member documents are told when the claims are there. */
  waiting: readonly string[];
}

/** An account's claims, as a fresh user record has them. */
export interface ClaimsAccount {
  customClaims: Record<string, unknown>;
}

/** What the caller knows already, so that the projector need not ask. */
export interface ProjectOptions {
  /** The caller took the lease in its own commit (`writeClaimsWork`), which wrote this. */
  lease?: { holder: string; input: ProjectionInput };
  /** A user record that the caller has just read, or made. */
  account?: ClaimsAccount;
  /** Which run of the task `syncClaims` this is, 1 for the first: then failures are the queue's to repeat. */
  taskAttempt?: number;
}

export interface Projection {
  /** Whether the claims hold every membership as of the version that stood when the call began, or a later one. */
  applied: boolean;
  claimsVersion: number;
  /** The tenants that did not fit into the claims. */
  leftOut: readonly string[];
}

/** How the projector's turn was settled. */
export type Turn =
  | { kind: 'missing' }
  | { kind: 'done'; claimsVersion: number; leftOut: readonly string[] }
  | { kind: 'busy' }
  | { kind: 'taken'; input: ProjectionInput };

export type Finish =
  | { kind: 'done' }
  /** Memberships changed meanwhile: the lease goes on, and this is what to write now. */
  | { kind: 'changed'; input: ProjectionInput }
  /** The lease ran out and somebody else has or had it: what was written may have overwritten theirs. */
  | { kind: 'lost' };

export interface SyncFailure {
  state: 'retrying' | 'failed';
  attempt: number;
  nextAt: Date | null;
  error: string;
}

/** Where the projector keeps its lease and its results: `users/{uid}`, and the `sync` of member documents. */
export interface ClaimsStore {
  /** One plain read, which holds nobody up. @returns undefined for a person that we know nothing of. */
  findProgress(
    uid: string,
  ): Promise<
    | { version: number; claimsVersion: number; leftOut: readonly string[]; leaseUntil: Date | null }
    | undefined
  >;
  /** Takes the lease if nobody holds a live one. `again` takes it even where there is nothing to do. */
  takeLease(uid: string, lease: ClaimsLease, options: { now: Date; again: boolean }): Promise<Turn>;
  /** Records that the claims of `written` are there, and gives the lease back, or renews it where there is more. */
  finish(
    uid: string,
    lease: ClaimsLease,
    written: { input: ProjectionInput; leftOut: readonly string[] },
  ): Promise<Finish>;
  /** Records that they are not, and gives the lease back. Does nothing without the lease. */
  fail(uid: string, holder: string, failure: SyncFailure): Promise<void>;
}

export interface ClaimsLease {
  holder: string;
  until: Date;
}

/** The account in Firebase Auth. */
export interface ClaimsAccounts {
  /** @returns undefined where there is no such account. */
  findClaimsAccount(uid: string): Promise<ClaimsAccount | undefined>;
  /** Writes the claims whole. @returns false where the account is gone. */
  setClaims(uid: string, claims: Record<string, unknown>): Promise<boolean>;
}

export interface SyncQueue {
  /** Has `syncClaims` go on with it. The same uid and version twice is one task. */
  enqueueSync(uid: string, version: number): Promise<void>;
}

/** The part of `Deps` that `projectClaims` uses. */
export interface ProjectorDeps {
  clock: Clock;
  log: typeof log;
  sleep(milliseconds: number): Promise<void>;
  claimsStore: ClaimsStore;
  claimsAccounts: ClaimsAccounts;
  syncQueue: SyncQueue;
}
