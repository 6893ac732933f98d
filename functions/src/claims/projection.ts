/** What the projector takes, what it answers, and what it needs: types alone. */
import type { Instant, UserDocument, UserMembership } from '../contract/documents.ts';
import type { Clock } from '../platform/clock.ts';
import type { log } from '../platform/log.ts';
import type { Versioned } from '../platform/versionedRead.ts';

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
  /** The caller took the lease in its own commit (`withClaimsWork`), which wrote this. */
  lease?: { holder: string; input: ProjectionInput };
  /** A user record that the caller has just read, or made. */
  account?: ClaimsAccount;
  /** Set by the task `syncClaims`: its queue repeats what fails, and the last run gives up. */
  task?: { attempt: number; isLast: boolean };
}

export interface Projection {
  /** Whether the claims hold every membership as of the version that stood when the call began, or a later one. */
  applied: boolean;
  /** What the claims hold; null where they are not known to hold what they should. */
  claimsVersion: number | null;
  /** The tenants that did not fit into the claims. */
  leftOut: readonly string[];
  /** False where the task `syncClaims` goes on with it. */
  settled: boolean;
}

/** Where a projection stands for everybody to see. */
export interface ClaimsProgress {
  version: number;
  claimsVersion: number;
  leftOut: readonly string[];
  leaseUntil: Date | null;
}

/** Whose turn it is, and whether there is anything to do. */
export type Turn =
  /** We hold the lease, and this is to be written. */
  | { kind: 'taken'; input: ProjectionInput }
  /** Another projector holds it. */
  | { kind: 'busy'; version: number }
  | { kind: 'done'; claimsVersion: number; leftOut: readonly string[] }
  /** A person that we know nothing of. */
  | { kind: 'missing' };

export type EndedTurn = Exclude<Turn, { kind: 'taken' }>;

export interface SyncFailure {
  state: 'retrying' | 'failed';
  attempt: number;
  nextAt: Date | null;
  error: string;
}

/** What a projector has written into the claims. */
export interface WrittenClaims {
  input: ProjectionInput;
  leftOut: readonly string[];
}

/** `users/{uid}` as it stood some time before the claims were there. */
export type VersionedUser = Versioned<UserDocument>;

/** Where the projector keeps its lease and its results: `users/{uid}`, and the `sync` of member documents. */
export interface ClaimsStore {
  /** One plain read, which holds nobody up. @returns undefined for a person that we know nothing of. */
  findProgress(uid: string): Promise<ClaimsProgress | undefined>;
  /** Takes the lease, if nobody holds a live one and there is something to do. */
  takeLease(uid: string, holder: string, now: Date): Promise<Turn>;
  /** One plain read, while claims are being written: it spares `finish` its own. */
  readUser(uid: string): Promise<VersionedUser | undefined>;
  /**
   * Records that these claims are there, and gives the lease back; or holds it on where memberships changed meanwhile.
   * A holder whose lease ran out may have overwritten what the next one wrote: then the version goes up, so that
   * somebody writes once more.
   *
   * @param read what `readUser` has read since the holder took the lease: where it has not changed since, one write will do.
   */
  finish(uid: string, holder: string, written: WrittenClaims, now: Date, read?: VersionedUser): Promise<Turn>;
  /** Records that they are not, and gives the lease back. Does nothing without the lease. */
  fail(uid: string, holder: string, failure: SyncFailure): Promise<void>;
}

/**
 * Writes an account's claims whole, in Firebase Auth.
 * @returns `gone` without an account, `refused` for claims that Firebase will never take.
 * @throws where Auth does not answer.
 */
export type SetClaims = (
  uid: string,
  claims: Record<string, unknown>,
) => Promise<'written' | 'gone' | 'refused'>;

export interface SyncQueue {
  /** Has `syncClaims` go on with it, after a pause. The same uid and key twice is one task. */
  enqueueSync(uid: string, key: string, delaySeconds: number): Promise<void>;
}

/** The part of `Deps` that `projectClaims` uses. */
export interface ProjectorDeps {
  clock: Clock;
  log: typeof log;
  sleep(milliseconds: number): Promise<void>;
  claimsStore: ClaimsStore;
  accounts: { findByUid(uid: string): Promise<ClaimsAccount | undefined> };
  setClaims: SetClaims;
  syncQueue: SyncQueue;
}
