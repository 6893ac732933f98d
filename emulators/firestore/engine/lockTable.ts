import { FirestoreError } from '../types.ts';
import { addLocks, conflicts, createLockSet, minus, type LockRequest, type LockSet } from './lockSet.ts';
import { findCycle, reaches, type WaitGraph } from './waitGraph.ts';

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
 * Locks on documents and on what queries read, by the rule that Firestore's makers give for server SDKs
 * (https://github.com/googleapis/nodejs-firestore/issues/785, of 2021-06-30): many may hold a lock to read a document; to
 * write it, a transaction upgrades its lock, which it can only once nobody else holds one; where several contend, the
 * oldest goes on. So owners that wait for each other in a ring lose their youngest, which is aborted at once. Others wait,
 * the oldest first (https://firebase.google.com/docs/firestore/transaction-data-contention: "in chronological order").
 */
export class LockTable {
  readonly #held = new Map<LockOwner, LockSet>();
  readonly #waitTimeoutMs: number;
  /** By the age of the owner: who has begun first, and may hold locks that others wait for, goes on first. */
  #waiting: Waiter[] = [];

  constructor(waitTimeoutMs: number) {
    this.#waitTimeoutMs = waitTimeoutMs;
  }

  /**
   * Resolves once `owner` holds the locks on top of what it has.
   * @throws FirestoreError ABORTED after waiting too long, or when waiting would never end; the owner has lost all of
   * its locks then.
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

  /** Grants what can be granted, in order, after breaking every ring of owners that wait for each other. */
  #serve(): void {
    for (let graph = this.#holdGraph(); ; graph = this.#holdGraph()) {
      const cycle = findCycle(graph);
      if (!cycle) break;
      const youngest = cycle.reduce((younger, owner) => (owner.age > younger.age ? owner : younger));
      this.#drop(youngest, contention());
    }
    this.#grant();
  }

  #grant(): void {
    const graph = this.#holdGraph();
    const stillWaiting: Waiter[] = [];

    for (const waiter of this.#waiting) {
      if (this.#isBlocked(waiter, stillWaiting, graph)) {
        stillWaiting.push(waiter);
        continue;
      }
      this.#held.set(waiter.owner, addLocks(this.#held.get(waiter.owner), waiter.wanted));
      waiter.granted();
    }
    this.#waiting = stillWaiting;
  }

  #isBlocked({ owner, wanted }: Waiter, older: readonly Waiter[], graph: WaitGraph<LockOwner>): boolean {
    if (this.#holdersOf(wanted, owner).length > 0) return true;
    // The older goes first, unless it waits for this owner anyway: then letting it pass costs nothing.
    const ahead = older.find(
      (other) =>
        other.owner !== owner && conflicts(other.wanted, wanted) && !reaches(graph, other.owner, owner),
    );
    if (!ahead) return false;
    graph.set(owner, new Set(graph.get(owner)).add(ahead.owner));
    return true;
  }

  #holdersOf(wanted: LockSet, asking: LockOwner): LockOwner[] {
    const holders = [...this.#held].filter(([owner, held]) => owner !== asking && conflicts(held, wanted));
    return holders.map(([owner]) => owner);
  }

  /** Which owners each waiting owner waits for because they hold what it wants. */
  #holdGraph(): WaitGraph<LockOwner> {
    const graph: WaitGraph<LockOwner> = new Map();
    for (const { owner, wanted } of this.#waiting) {
      const edges = graph.get(owner) ?? new Set();
      for (const holder of this.#holdersOf(wanted, owner)) edges.add(holder);
      graph.set(owner, edges);
    }
    return graph;
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
