import { FirestoreError } from '../types.ts';
import type { Clock, Micros } from './clock.ts';
import type { LockRequest } from './lockSet.ts';
import { contention, LockTable, type LockOwner } from './lockTable.ts';

export interface TransactionSettings {
  /** How long a reader or writer waits for a lock. */
  lockWaitMs: number;
  /** How long a transaction may do nothing before its locks go to others. */
  idleMs: number;
  /** How long a transaction may take in all. */
  maxMs: number;
  /** For tests: whether the first attempt of each read-write transaction is aborted, so that every body runs twice. */
  abortFirstAttempts: () => boolean;
}

/**
 * https://firebase.google.com/docs/firestore/quotas: a transaction lives for 270 seconds, and expires when idle for 60.
 * The wait for a lock is ours: long enough for every queue that ends.
 */
export const DEFAULT_TRANSACTION_SETTINGS: TransactionSettings = {
  lockWaitMs: 20_000,
  idleMs: 60_000,
  maxMs: 270_000,
  abortFirstAttempts: () => false,
};

/** google.firestore.v1.TransactionOptions, read. */
export type TransactionMode =
  | { readOnly: true; readTime?: Micros | undefined }
  | { readOnly: false; retryOf?: Buffer | undefined };

export interface Transaction extends LockOwner {
  readonly id: Buffer;
  /** Set for a read-only transaction: all of its reads see this instant, and it locks nothing. */
  readonly readTime?: Micros;
  /** It was told to fail when it commits: see `abortFirstAttempts`. */
  readonly isDoomed?: boolean;
}

interface OpenTransaction {
  readonly transaction: Transaction;
  readonly idle: NodeJS.Timeout;
  readonly expiry: NodeJS.Timeout;
}

/** The transactions of one database that are under way, and their locks. */
export class Transactions {
  readonly #locks: LockTable;
  readonly #clock: Clock;
  readonly #settings: TransactionSettings;
  readonly #open = new Map<string, OpenTransaction>();
  readonly #run: string;
  /** Transactions that have lost their locks to an older one, until they are told. */
  readonly #wounded = new WeakSet<LockOwner>();
  #started = 0;

  /** `run` tells the ids of this run of the server from those of others. */
  constructor(clock: Clock, settings: TransactionSettings, run: string) {
    this.#run = run;
    this.#clock = clock;
    this.#settings = settings;
    this.#locks = new LockTable(settings.lockWaitMs, (owner) => this.#wounded.add(owner));
  }

  begin(mode: TransactionMode): Transaction {
    const transaction = this.#create(mode);
    const { idleMs, maxMs } = this.#settings;
    const endAfter = (ms: number): NodeJS.Timeout => setTimeout(() => this.end(transaction), ms).unref();
    this.#open.set(transaction.id.toString(), {
      transaction,
      idle: endAfter(idleMs),
      expiry: endAfter(maxMs),
    });
    return transaction;
  }

  #create(mode: TransactionMode): Transaction {
    this.#started += 1;
    const retried = mode.readOnly ? undefined : this.#ageOf(mode.retryOf);
    // A transaction that tries again keeps its place: it is as old as its first attempt, so others yield to it.
    const age = retried ?? this.#started;
    const id = Buffer.from(`${age}/${this.#started}/${this.#run}`);
    if (mode.readOnly) return { id, age, readTime: mode.readTime ?? this.#clock.readTime() };
    return { id, age, isDoomed: this.#settings.abortFirstAttempts() && retried === undefined };
  }

  /**
   * @throws FirestoreError INVALID_ARGUMENT for a transaction that never was, or has ended; ABORTED for one that has lost
   * its locks, which ends with that.
   */
  get(id: Buffer): Transaction {
    const found = this.#open.get(id.toString());
    if (!found) {
      // The Admin SDK tries again when it meets the words "transaction has expired".
      throw new FirestoreError(
        'INVALID_ARGUMENT',
        'The referenced transaction has expired or is no longer valid.',
      );
    }
    found.idle.refresh();
    this.#assertUnharmed(found.transaction);
    return found.transaction;
  }

  /**
   * Waits until the transaction holds these locks; a read-only one needs none.
   * @throws FirestoreError ABORTED when it cannot have them; the transaction has ended then.
   */
  async lock(transaction: Transaction, request: LockRequest): Promise<void> {
    if (transaction.readTime !== undefined) return;
    try {
      await this.#locks.acquire(transaction, request);
    } catch (error) {
      this.end(transaction);
      throw error;
    }
    this.#assertUnharmed(transaction);
  }

  #assertUnharmed(transaction: Transaction): void {
    if (!this.#wounded.has(transaction)) return;
    this.end(transaction);
    throw contention();
  }

  /** @throws FirestoreError ABORTED for a transaction that a test wants to fail. */
  assertMayCommit(transaction: Transaction): void {
    if (transaction.isDoomed) throw contention();
  }

  /** Runs a commit outside of any transaction, once no transaction holds what it writes. */
  async withLocks<Result>(request: LockRequest, commit: () => Promise<Result>): Promise<Result> {
    this.#started += 1;
    const owner = { age: this.#started };
    try {
      await this.#locks.acquire(owner, request);
      return await commit();
    } finally {
      this.#locks.release(owner);
    }
  }

  /** Ends a transaction, committed or not, and gives its locks to others. */
  end(transaction: Transaction): void {
    this.#forget(transaction);
    this.#locks.release(transaction);
  }

  /** Ends a transaction that has committed. Others go on once its answer is on its way: clients see them in this order. */
  endAfterAnswer(transaction: Transaction): void {
    this.#forget(transaction);
    setImmediate(() => this.#locks.release(transaction));
  }

  #forget(transaction: Transaction): void {
    const id = transaction.id.toString();
    const open = this.#open.get(id);
    clearTimeout(open?.idle);
    clearTimeout(open?.expiry);
    this.#open.delete(id);
  }

  abortAll(): void {
    for (const { transaction } of [...this.#open.values()]) this.end(transaction);
  }

  #ageOf(retried: Buffer | undefined): number | undefined {
    const [age, , run] = retried?.toString().split('/') ?? [];
    return run === this.#run ? Number(age) : undefined;
  }
}
