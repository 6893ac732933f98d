import type { Path } from './documentNames.ts';
import { scopeCovers, type QueryScope } from './documentStore.ts';

/** Locks that belong together: on documents, and on all that a query may return. */
export interface LockSet {
  readonly documents: ReadonlySet<Path>;
  readonly scopes: readonly QueryScope[];
}

export function createLockSet(documents: Iterable<Path>, scopes: readonly QueryScope[]): LockSet {
  return { documents: new Set(documents), scopes };
}

/** All of both sets. */
export function addLocks(held: LockSet | undefined, more: LockSet): LockSet {
  if (!held) return more;
  return {
    documents: new Set([...held.documents, ...more.documents]),
    scopes: [...held.scopes, ...more.scopes],
  };
}

/** What of `wanted` is not held already, as it stands or within a wider lock. */
export function minus(wanted: LockSet, held: LockSet | undefined): LockSet {
  if (!held) return wanted;
  const isHeld = (path: Path): boolean =>
    held.documents.has(path) || held.scopes.some((scope) => scopeCovers(scope, path));
  return {
    documents: new Set([...wanted.documents].filter((path) => !isHeld(path))),
    scopes: wanted.scopes.filter((scope) => !held.scopes.some((other) => sameScope(scope, other))),
  };
}

/** Whether two owners cannot have these locks at the same time. */
export function conflicts(a: LockSet, b: LockSet): boolean {
  return (
    sharesSome(a.documents, b.documents) ||
    a.scopes.some(
      (scope) => coversSome(scope, b.documents) || b.scopes.some((other) => mayOverlap(scope, other)),
    ) ||
    b.scopes.some((scope) => coversSome(scope, a.documents))
  );
}

function sharesSome(a: ReadonlySet<Path>, b: ReadonlySet<Path>): boolean {
  const [smaller, larger] = a.size < b.size ? [a, b] : [b, a];
  for (const path of smaller) if (larger.has(path)) return true;
  return false;
}

function coversSome(scope: QueryScope, documents: ReadonlySet<Path>): boolean {
  for (const path of documents) if (scopeCovers(scope, path)) return true;
  return false;
}

function sameScope(a: QueryScope, b: QueryScope): boolean {
  return a.parent === b.parent && a.collectionId === b.collectionId && a.allDescendants === b.allDescendants;
}

/** Errs on the side of yes: two queries over collections of one name, one of them a collection group. */
function mayOverlap(a: QueryScope, b: QueryScope): boolean {
  if (!a.allDescendants && !b.allDescendants) return sameScope(a, b);
  return a.collectionId === undefined || b.collectionId === undefined || a.collectionId === b.collectionId;
}
