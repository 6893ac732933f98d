import { FirestoreError } from '../types.ts';
import type { Micros } from './clock.ts';
import type { Path } from './documentNames.ts';
import type { DocumentView } from './query/documentView.ts';
import { scopeCovers } from './queryScope.ts';
import type { StoredDocument } from './storedDocument.ts';

/** What a commit did to one document. */
export interface Change {
  readonly before: StoredDocument | null;
  readonly after: StoredDocument | null;
}

/** A commit that changed something. */
export interface Commit {
  readonly time: Micros;
  readonly changes: ReadonlyMap<Path, Change>;
}

/** How many changes are remembered for reads in the past and for listeners that come back. */
const KEPT_CHANGES = 20_000;

/** The latest commits of a database. */
export class ChangeLog {
  #commits: Commit[] = [];
  #size = 0;
  /** The log knows everything that happened after this instant. */
  #knownSince: Micros;

  constructor(knownSince: Micros) {
    this.#knownSince = knownSince;
  }

  append(commit: Commit): void {
    this.#commits.push(commit);
    this.#size += commit.changes.size;
    while (this.#size > KEPT_CHANGES && this.#commits.length > 1) {
      const dropped = this.#commits.shift();
      this.#size -= dropped?.changes.size ?? 0;
      this.#knownSince = dropped?.time ?? this.#knownSince;
    }
  }

  /** The paths of the documents that changed after an instant, or undefined when that is no longer known. */
  changedSince(instant: Micros): Set<Path> | undefined {
    if (instant < this.#knownSince) return undefined;
    return new Set(this.#after(instant).flatMap(({ changes }) => [...changes.keys()]));
  }

  /**
   * The documents as they stood at an instant.
   * @throws FirestoreError FAILED_PRECONDITION when it lies further back than the log goes.
   */
  viewAt(instant: Micros, current: DocumentView): DocumentView {
    if (instant < this.#knownSince) {
      throw new FirestoreError('FAILED_PRECONDITION', 'The requested read time lies too far in the past.');
    }
    const undone = new Map<Path, StoredDocument | null>();
    for (const { changes } of this.#after(instant).reverse()) {
      for (const [path, { before }] of changes) undone.set(path, before);
    }
    return undone.size === 0 ? current : overlay(current, undone);
  }

  #after(instant: Micros): Commit[] {
    const first = this.#commits.findLastIndex(({ time }) => time <= instant) + 1;
    return this.#commits.slice(first);
  }
}

/** `base` with some documents replaced, or (null) taken away. */
export function overlay(
  base: DocumentView,
  replaced: ReadonlyMap<Path, StoredDocument | null>,
): DocumentView {
  return {
    get: (path) => {
      const document = replaced.get(path);
      return document === undefined ? base.get(path) : document;
    },
    *inScope(scope) {
      for (const document of base.inScope(scope)) if (!replaced.has(document.path)) yield document;
      for (const [path, document] of replaced) if (document && scopeCovers(scope, path)) yield document;
    },
  };
}
