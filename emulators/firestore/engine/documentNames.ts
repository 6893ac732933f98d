import { FirestoreError } from '../types.ts';

/** `projects/P/databases/D`, taken apart. */
export interface DatabaseName {
  projectId: string;
  databaseId: string;
}

/**
 * A path below `documents/`: `a/b` is a document, `a/b/c` a collection, `` the root. The engine's key for a document.
 */
export type Path = string;

const RESOURCE_NAME = /^projects\/([^/]+)\/databases\/([^/]+)(?:\/documents(?:\/(.+))?)?$/;

/** Firestore's quota page: document ids and collection ids hold at most 1,500 bytes. */
const MAX_ID_BYTES = 1_500;
const RESERVED_ID = /^__.+__$/s;
/** Datastore's numbers as ids, which documents of a database that came from there have. */
const NUMERIC_DOCUMENT_ID = /^__id-?\d+__$/;

/** @throws FirestoreError INVALID_ARGUMENT when `name` does not start with a database's name. */
export function parseDatabaseName(name: string | undefined): DatabaseName {
  return parseResourceName(name).database;
}

/** The database and the path (`` for the root) of a name that ends at `documents` or below. */
export function parseResourceName(name: string | undefined): { database: DatabaseName; path: Path } {
  const [, projectId, databaseId, path] = RESOURCE_NAME.exec(name ?? '') ?? [];
  if (projectId === undefined || databaseId === undefined) {
    throw new FirestoreError('INVALID_ARGUMENT', `"${name ?? ''}" is not a resource name of Firestore.`);
  }
  return { database: { projectId, databaseId }, path: path ?? '' };
}

/** @throws FirestoreError INVALID_ARGUMENT when the name is not a document's, or has an id that Firestore refuses. */
export function parseDocumentName(name: string | undefined): { database: DatabaseName; path: Path } {
  const parsed = parseResourceName(name);
  assertDocumentPath(parsed.path);
  return parsed;
}

/** @throws FirestoreError INVALID_ARGUMENT for a path that is not a document's, or with an id that Firestore refuses. */
export function assertDocumentPath(path: Path): void {
  const ids = path.split('/');
  if (path === '' || ids.length % 2 !== 0) {
    throw new FirestoreError('INVALID_ARGUMENT', `"${path}" is not the path of a document.`);
  }
  assertIds(path);
}

/** @throws FirestoreError INVALID_ARGUMENT for a path, of a document or a collection, with an id that Firestore refuses. */
export function assertIds(path: Path): void {
  for (const [index, id] of path.split('/').entries()) {
    const isCollection = index % 2 === 0;
    const problem = isCollection ? collectionIdProblem(id) : documentIdProblem(id);
    const what = isCollection ? 'Collection' : 'Resource';
    if (problem !== undefined) throw new FirestoreError('INVALID_ARGUMENT', `${what} id "${id}" ${problem}.`);
  }
}

function documentIdProblem(id: string): string | undefined {
  return NUMERIC_DOCUMENT_ID.test(id) ? undefined : collectionIdProblem(id);
}

function collectionIdProblem(id: string): string | undefined {
  if (id === '') return 'is empty';
  if (id === '.' || id === '..') return 'is not allowed';
  if (RESERVED_ID.test(id)) return 'is invalid because it is reserved';
  if (Buffer.byteLength(id) > MAX_ID_BYTES) return `is longer than ${MAX_ID_BYTES} bytes`;
  return undefined;
}

/** What stands before a path in a document's name: `projects/P/databases/D/documents/`. */
export function documentNamePrefix({ projectId, databaseId }: DatabaseName): string {
  return `projects/${projectId}/databases/${databaseId}/documents/`;
}

/** The collection that a document lies in. */
export function collectionPathOf(documentPath: Path): Path {
  return documentPath.slice(0, documentPath.lastIndexOf('/'));
}

/** The last id of a path. */
export function lastIdOf(path: Path): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A path one step below another, which may be the root. */
export function childPath(parent: Path, id: string): Path {
  return parent === '' ? id : `${parent}/${id}`;
}

/** Whether `path` lies somewhere below `ancestor`; everything lies below the root. */
export function isBelow(path: Path, ancestor: Path): boolean {
  return ancestor === '' || path.startsWith(`${ancestor}/`);
}
