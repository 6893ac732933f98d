import { randomUUID } from 'node:crypto';
import { FirestoreError, type Timestamp, type Value } from '../types.ts';
import { applyWrite, assertPrecondition, type WriteOutcome } from './applyWrite.ts';
import { ChangeLog, overlay, type Change, type Commit } from './changeLog.ts';
import { toTimestamp, type Clock, type Micros } from './clock.ts';
import { documentNamePrefix, type DatabaseName, type Path } from './documentNames.ts';
import { DocumentStore } from './documentStore.ts';
import type { DocumentView } from './query/documentView.ts';
import type { StoredDocument } from './storedDocument.ts';
import type { LockRequest, StatesOf } from './lockSet.ts';
import { Transactions, type TransactionSettings } from './transactions.ts';
import type { Write } from './write.ts';

/** google.firestore.v1.WriteResult. */
export interface WriteResult {
  updateTime?: Timestamp;
  transformResults?: Value[];
}

/** google.firestore.v1.CommitResponse. */
export interface CommitResponse {
  commitTime: Timestamp;
  writeResults: WriteResult[];
}

/** One database of one project: its documents, its recent past, its transactions, and who listens. */
export class Database {
  readonly name: DatabaseName;
  readonly transactions: Transactions;
  readonly #clock: Clock;
  readonly #store = new DocumentStore();
  readonly #log: ChangeLog;
  /** Resume tokens and transaction ids of another run of the server mean nothing to this one. */
  readonly #run = randomUUID();
  readonly #listeners = new Set<(commit: Commit) => void>();
  #version: Micros = 0;

  constructor(name: DatabaseName, clock: Clock, settings: TransactionSettings) {
    this.name = name;
    this.#clock = clock;
    this.#log = new ChangeLog(0);
    this.transactions = new Transactions(clock, settings, this.#run);
  }

  /** The instant of the last commit that changed something. */
  get version(): Micros {
    return this.#version;
  }

  /** The documents as they stand. */
  get documents(): DocumentStore {
    return this.#store;
  }

  /** The documents as they stood; see ChangeLog.viewAt. A read time in the future is INVALID_ARGUMENT. */
  viewAt(instant: Micros): DocumentView {
    if (instant > this.#clock.readTime()) {
      throw new FirestoreError('INVALID_ARGUMENT', 'The requested read time lies in the future.');
    }
    return this.#log.viewAt(instant, this.#store);
  }

  /** An instant for a read that starts now. */
  readTime(): Micros {
    return this.#clock.readTime();
  }

  /** The paths of the documents that changed after an instant; undefined when that is no longer known. */
  changedSince(instant: Micros): Set<Path> | undefined {
    return this.#log.changedSince(instant);
  }

  /** What a listener comes back with to be told only what changed after `instant`. */
  resumeTokenAt(instant: Micros): Buffer {
    return Buffer.from(`${instant}/${this.#run}`);
  }

  /** The instant of a resume token; undefined for a token that is not of this run of the server. */
  instantOf(resumeToken: Buffer | undefined): Micros | undefined {
    const [instant, run] = resumeToken?.toString().split('/') ?? [];
    return run === this.#run ? Number(instant) : undefined;
  }

  /** What the writes would do one after the other, whatever their preconditions say. Changes nothing. */
  preview(writes: readonly Write[], requestTime: Micros, updateTime: Micros = requestTime): WriteOutcome[] {
    const written = new Map<Path, StoredDocument | null>();
    const view = overlay(this.#store, written);

    return writes.map((write) => {
      const outcome = applyWrite(write, view.get(write.path), { requestTime, updateTime });
      written.set(write.path, outcome.after);
      return outcome;
    });
  }

  /** The documents as they would be after writes that turn out like this. */
  viewAfter(outcomes: readonly WriteOutcome[]): DocumentView {
    return overlay(this.#store, new Map(outcomes.map(({ path, after }) => [path, after])));
  }

  /** The locks of a commit of these writes. */
  locksOf(writes: readonly Write[]): LockRequest {
    const verified = writes.filter(({ operation }) => operation.kind === 'verify');
    const changing = writes.filter(({ operation }) => operation.kind !== 'verify');
    return {
      documents: verified.map(({ path }) => path),
      writes: new Map(changing.map(({ path }) => [path, this.#statesOf(writes, path)])),
    };
  }

  /** A document before and after the writes, if they can be applied at all. */
  #statesOf(writes: readonly Write[], path: Path): StatesOf {
    return () => {
      try {
        const changes = changesOf(writes, this.preview(writes, this.#clock.readTime()));
        const change = changes.get(path);
        return change ? [change.before, change.after] : [];
      } catch {
        return undefined;
      }
    };
  }

  /**
   * All of the writes, or none of them. Locks are the caller's business.
   * @throws FirestoreError when a precondition fails or a document cannot be stored.
   */
  commit(writes: readonly Write[], requestTime: Micros = this.#clock.readTime()): CommitResponse {
    const time = this.#clock.commitTime();
    const outcomes = this.preview(writes, requestTime, time);
    for (const [index, write] of writes.entries()) assertPrecondition(write, outcomes[index]?.before ?? null);

    this.#apply({ time, changes: changesOf(writes, outcomes) });
    return { commitTime: toTimestamp(time), writeResults: outcomes.map(toWriteResult) };
  }

  /** Calls `listener` after each commit that changes something, until the returned function is called. */
  subscribe(listener: (commit: Commit) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Removes every document; transactions under way are lost, listeners are told. */
  clear(): void {
    this.transactions.abortAll();
    const removed = [...this.#store.all()].map((before) => [before.path, { before, after: null }] as const);
    this.#apply({ time: this.#clock.commitTime(), changes: new Map(removed) });
  }

  /** Puts saved documents in place, with the times that they had. For a database that nobody uses yet. */
  restore(documents: readonly Omit<StoredDocument, 'name'>[]): void {
    const prefix = documentNamePrefix(this.name);
    const changes = documents.map((document) => {
      this.#clock.advanceTo(document.updateTime);
      return [document.path, { before: null, after: { ...document, name: prefix + document.path } }] as const;
    });
    this.#apply({ time: this.#clock.commitTime(), changes: new Map(changes) });
  }

  #apply(commit: Commit): void {
    if (commit.changes.size === 0) return;
    for (const [path, { after }] of commit.changes) {
      if (after) this.#store.put(after);
      else this.#store.remove(path);
    }
    this.#version = commit.time;
    this.#log.append(commit);
    for (const listener of [...this.#listeners]) listener(commit);
  }
}

/** From before the first write of each document to after its last; what ends as it began is left out. */
function changesOf(writes: readonly Write[], outcomes: readonly WriteOutcome[]): Map<Path, Change> {
  const changes = new Map<Path, Change>();
  for (const [index, { path }] of writes.entries()) {
    const outcome = outcomes[index];
    if (!outcome) continue;
    const before = changes.has(path) ? (changes.get(path)?.before ?? null) : outcome.before;
    changes.set(path, { before, after: outcome.after });
  }
  for (const [path, { before, after }] of changes) if (before === after) changes.delete(path);
  return changes;
}

function toWriteResult({ after, transformResults }: WriteOutcome): WriteResult {
  return {
    ...(after && { updateTime: toTimestamp(after.updateTime) }),
    ...(transformResults.length > 0 && { transformResults }),
  };
}
