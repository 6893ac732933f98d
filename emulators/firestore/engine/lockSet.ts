import type { Path } from './documentNames.ts';
import { scopeCovers } from './queryScope.ts';
import type { QueryRange } from './query/queryRange.ts';
import type { StoredDocument } from './storedDocument.ts';

/** What a write makes of a document: its states before and after; undefined when that cannot be told. */
export type StatesOf = () => readonly (StoredDocument | null)[] | undefined;

/** Locks that belong together. Any number of owners share what is read; what one writes is its alone. */
export interface LockSet {
  /** Documents that are read, there or not. */
  readonly documents: ReadonlySet<Path>;
  /** What queries read, with the place of what they did not find. */
  readonly ranges: readonly QueryRange[];
  readonly writes: ReadonlyMap<Path, StatesOf>;
}

/** The locks of one read or commit. */
export interface LockRequest {
  documents?: Iterable<Path>;
  ranges?: readonly QueryRange[];
  writes?: ReadonlyMap<Path, StatesOf>;
}

export function createLockSet({ documents = [], ranges = [], writes = new Map() }: LockRequest): LockSet {
  return { documents: new Set(documents), ranges, writes };
}

/** All of both sets. */
export function addLocks(held: LockSet | undefined, more: LockSet): LockSet {
  if (!held) return more;
  return {
    documents: new Set([...held.documents, ...more.documents]),
    ranges: [...held.ranges, ...more.ranges],
    writes: new Map([...held.writes, ...more.writes]),
  };
}

/** What of `wanted` is not held already. */
export function minus(wanted: LockSet, held: LockSet | undefined): LockSet {
  if (!held) return wanted;
  const isHeld = (path: Path): boolean => held.documents.has(path) || held.writes.has(path);
  return {
    documents: new Set([...wanted.documents].filter((path) => !isHeld(path))),
    ranges: wanted.ranges.filter((range) => !held.ranges.includes(range)),
    writes: new Map([...wanted.writes].filter(([path]) => !held.writes.has(path))),
  };
}

/** Whether two owners cannot have these locks at the same time: one of them writes what the other reads or writes. */
export function conflicts(a: LockSet, b: LockSet): boolean {
  return sharesSome(a.writes, b.writes) || changesRead(a, b) || changesRead(b, a);
}

/** Whether a writer changes what a reader has read. */
function changesRead(writer: LockSet, reader: LockSet): boolean {
  return (
    sharesSome(writer.writes, reader.documents) ||
    reader.ranges.some((range) => [...writer.writes].some(([path, states]) => touches(range, path, states)))
  );
}

/** A write concerns a query that the document is part of before or after it. */
function touches(range: QueryRange, path: Path, statesOf: StatesOf): boolean {
  if (!scopeCovers(range.scope, path)) return false;
  return statesOf()?.some((state) => state !== null && range.covers(state)) ?? true;
}

interface Paths {
  readonly size: number;
  has(path: Path): boolean;
  keys(): Iterable<Path>;
}

function sharesSome(a: Paths, b: Paths): boolean {
  const [smaller, larger] = a.size < b.size ? [a, b] : [b, a];
  for (const path of smaller.keys()) if (larger.has(path)) return true;
  return false;
}
