import { childPath, collectionPathOf, isBelow, lastIdOf, type Path } from './documentNames.ts';

/** Which documents a query looks at: one collection, all collections of a name below a document, or all documents. */
export interface QueryScope {
  /** The document (or, empty, the root) that the query starts from. */
  readonly parent: Path;
  /** Absent only with `allDescendants`: every document below the parent (the Admin SDK's recursiveDelete). */
  readonly collectionId?: string;
  readonly allDescendants: boolean;
}

/** Whether a query is of collections at any depth below one document: production knows their names, and no index. */
export function isBelowDocument({ parent, allDescendants }: QueryScope): boolean {
  return allDescendants && parent !== '';
}

/** Whether a query of this scope can return the document at `path`. */
export function scopeCovers(scope: QueryScope, path: Path): boolean {
  return scopeCoversCollection(scope, collectionPathOf(path));
}

/** Whether a query of this scope can return documents of the collection at `path`. */
export function scopeCoversCollection(scope: QueryScope, collection: Path): boolean {
  const { parent, collectionId, allDescendants } = scope;
  if (!allDescendants) return collection === childPath(parent, collectionId ?? '');
  return isBelow(collection, parent) && (collectionId === undefined || lastIdOf(collection) === collectionId);
}
