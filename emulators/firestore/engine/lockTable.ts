import { FirestoreError } from '../types.ts';
import { addLocks, conflicts, createLockSet, minus, type LockRequest, type LockSet } from './lockSet.ts';

/** Who holds locks: a transaction, or a commit outside of one. The smaller age came first. */
export interface LockOwner {
  readonly age: number;
}

interface Waiter {
  readonly owner: LockOwner;
  readonly wanted: LockSet;
  readonly granted: () => void;
  readonly refused: (error: FirestoreError) => void;
}

/**
 * Locks on documents and on what queries read, as production gives them to server SDKs. Many may hold a lock to read a
 * document; to write it, a transaction upgrades its lock, which it can only once nobody else holds one; and where several
 * contend, the oldest goes on (its makers in https://github.com/googleapis/nodejs-firestore/issues/785, of 2021-06-30).
 * That is wound-wait, as Spanner has it (https://cloud.google.com/spanner/docs/transactions): a writer waits for those who
 * are older, and takes the locks of those who are younger, who are told ABORTED at their next step, and begin again. So
 * nobody waits in a ring. Who waits goes on in the order of age.
 */
export class LockTable {
  readonly #held = new Map<LockOwner, LockSet>();
  readonly #waitTimeoutMs: number;
  readonly #onWounded: (owner: LockOwner) => void;
  /** By the age of the owner. */
  #waiting: Waiter[] = [];

  /** @param onWounded is told of an owner that has lost its locks to somebody older */
  constructor(waitTimeoutMs: number, onWounded: (owner: LockOwner) => void) {
    this.#waitTimeoutMs = waitTimeoutMs;
    this.#onWounded = onWounded;
  }

  /**
   * Resolves once `owner` holds the locks on top of what it has.
   * @throws FirestoreError ABORTED after waiting too long, or for somebody older; the owner has lost all of its locks then.
   */
  acquire(owner: LockOwner, request: LockRequest): Promise<void> {
    const wanted = minus(createLockSet(request), this.#held.get(owner));

    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#abort(owner, lockTimeout()), this.#waitTimeoutMs);
      const granted = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const refused = (error: FirestoreError): void => {
        clearTimeout(timer);
        reject(error);
      };
      this.#waiting.push({ owner, wanted, granted, refused });
      this.#waiting.sort((a, b) => a.owner.age - b.owner.age);
      this.#serve();
    });
  }

  /** Gives up all locks of an owner, and all that it waits for; the next in the queue go on. */
  release(owner: LockOwner): void {
    this.#abort(owner, new FirestoreError('ABORTED', 'The transaction ended while it waited for a lock.'));
  }

  /** Grants what can be granted, the oldest first. */
  #serve(): void {
    for (const waiter of [...this.#waiting]) {
      // It may have lost its place to somebody older meanwhile.
      if (!this.#waiting.includes(waiter)) continue;
      this.#woundYounger(waiter);
      if (this.#isBlocked(waiter)) continue;
      this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
      this.#held.set(waiter.owner, addLocks(this.#held.get(waiter.owner), waiter.wanted));
      waiter.granted();
    }
  }

  #woundYounger({ owner, wanted }: Waiter): void {
    for (const [holder, held] of this.#holdersAgainst(wanted, owner)) {
      // Who has all that it needs to commit is done in a moment, and waits for nobody.
      if (holder.age < owner.age || held.writes.size > 0) continue;
      this.#onWounded(holder);
      this.#drop(holder, contention());
    }
  }

  /** By those who hold what it wants, or have waited for that longer. */
  #isBlocked({ owner, wanted }: Waiter): boolean {
    if (this.#holdersAgainst(wanted, owner).length > 0) return true;
    return this.#waiting.some(
      (other) => other.owner !== owner && other.owner.age < owner.age && conflicts(other.wanted, wanted),
    );
  }

  #holdersAgainst(wanted: LockSet, asking: LockOwner): [LockOwner, LockSet][] {
    return [...this.#held].filter(([owner, held]) => owner !== asking && conflicts(held, wanted));
  }

  #abort(owner: LockOwner, error: FirestoreError): void {
    this.#drop(owner, error);
    this.#serve();
  }

  #drop(owner: LockOwner, error: FirestoreError): void {
    const refused = this.#waiting.filter((waiter) => waiter.owner === owner);
    this.#waiting = this.#waiting.filter((waiter) => waiter.owner !== owner);
    this.#held.delete(owner);
    for (const waiter of refused) waiter.refused(error);
  }
}

/** Production's words for the transaction that loses against another. */
export function contention(): FirestoreError {
  return new FirestoreError('ABORTED', 'Too much contention on these documents. Please try again.');
}

/** Production's words for who has waited too long. */
function lockTimeout(): FirestoreError {
  return new FirestoreError('ABORTED', 'Transaction lock timeout.');
}
