import { FirestoreError } from '../types.ts';
import type { Clock, Micros } from './clock.ts';
import type { Path } from './documentNames.ts';
import type { QueryScope } from './documentStore.ts';
import { LockTable, type LockOwner } from './lockTable.ts';

export interface TransactionLimits {
  /** How long a reader or writer waits for a lock. */
  lockWaitMs: number;
  /** How long a transaction may do nothing before its locks go to others. */
  idleMs: number;
}

/**
 * https://firebase.google.com/docs/firestore/manage-data/transactions: a transaction that is idle for 60 seconds has
 * expired. The wait for a lock is ours: long enough for every queue that ends.
 */
export const DEFAULT_TRANSACTION_LIMITS: TransactionLimits = { lockWaitMs: 20_000, idleMs: 60_000 };

/** google.firestore.v1.TransactionOptions, read. */
export type TransactionMode =
  | { readOnly: true; readTime?: Micros | undefined }
  | { readOnly: false; retryOf?: Buffer | undefined };

export interface Transaction extends LockOwner {
  readonly id: Buffer;
  /** Set for a read-only transaction: all of its reads see this instant, and it locks nothing. */
  readonly readTime?: Micros;
}

/** The transactions of one database that are under way, and their locks. */
export class Transactions {
  readonly #locks: LockTable;
  readonly #clock: Clock;
  readonly #idleMs: number;
  readonly #open = new Map<string, { transaction: Transaction; idle: NodeJS.Timeout }>();
  readonly #run: string;
  #started = 0;

  /** `run` tells the ids of this run of the server from those of others. */
  constructor(clock: Clock, limits: TransactionLimits, run: string) {
    this.#run = run;
    this.#clock = clock;
    this.#idleMs = limits.idleMs;
    this.#locks = new LockTable(limits.lockWaitMs);
  }

  begin(mode: TransactionMode): Transaction {
    this.#started += 1;
    // A transaction that tries again keeps its place: it is as old as its first attempt, so others yield to it.
    const age = mode.readOnly ? this.#started : (this.#ageOf(mode.retryOf) ?? this.#started);
    const id = Buffer.from(`${age}/${this.#started}/${this.#run}`);
    const transaction = mode.readOnly
      ? { id, age, readTime: mode.readTime ?? this.#clock.readTime() }
      : { id, age };
    const idle = setTimeout(() => this.end(transaction), this.#idleMs).unref();
    this.#open.set(id.toString(), { transaction, idle });
    return transaction;
  }

  /** @throws FirestoreError INVALID_ARGUMENT for a transaction that never was, or has ended. */
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
    return found.transaction;
  }

  /**
   * Waits until the transaction holds these locks; a read-only one needs none.
   * @throws FirestoreError ABORTED when it cannot have them; the transaction has ended then.
   */
  async lock(
    transaction: Transaction,
    documents: Iterable<Path>,
    scopes: readonly QueryScope[] = [],
  ): Promise<void> {
    if (transaction.readTime !== undefined) return;
    try {
      await this.#locks.acquire(transaction, documents, scopes);
    } catch (error) {
      this.end(transaction);
      throw error;
    }
  }

  /** Runs a commit outside of any transaction, once no transaction holds what it writes. */
  async withLocks<Result>(documents: Iterable<Path>, commit: () => Promise<Result>): Promise<Result> {
    this.#started += 1;
    const owner = { age: this.#started };
    try {
      await this.#locks.acquire(owner, documents);
      return await commit();
    } finally {
      this.#locks.release(owner);
    }
  }

  /** Ends a transaction, committed or not, and gives its locks to others. */
  end(transaction: Transaction): void {
    const id = transaction.id.toString();
    clearTimeout(this.#open.get(id)?.idle);
    this.#open.delete(id);
    this.#locks.release(transaction);
  }

  abortAll(): void {
    for (const { transaction } of [...this.#open.values()]) this.end(transaction);
  }

  #ageOf(retried: Buffer | undefined): number | undefined {
    const [age, , run] = retried?.toString().split('/') ?? [];
    return run === this.#run ? Number(age) : undefined;
  }
}
