/** A page of a bucket's objects: https://cloud.google.com/storage/docs/json_api/v1/objects/list */
import { StorageError } from '../storageError.ts';
import type { StoredObject } from './storedObject.ts';

/** What Cloud Storage gives at most, and when nobody asks for fewer. */
const LARGEST_PAGE = 1000;

export interface ListRequest {
  prefix?: string;
  /** What follows it, after the prefix, is folded into one entry of `prefixes`. */
  delimiter?: string;
  includeTrailingDelimiter?: boolean;
  startOffset?: string;
  endOffset?: string;
  maxResults?: number;
  pageToken?: string;
}

export interface ObjectPage {
  items: StoredObject[];
  prefixes: string[];
  nextPageToken?: string;
}

/** An object, or a folded prefix; both count for the size of a page. */
interface Entry {
  name: string;
  object?: StoredObject;
}

/** @throws StorageError when the page token is none of ours */
export function listObjects(objects: StoredObject[], request: ListRequest): ObjectPage {
  const after = request.pageToken === undefined ? undefined : readPageToken(request.pageToken);
  const entries = entriesOf(objects, request).filter(
    ({ name }) => after === undefined || inByteOrder(name, after) > 0,
  );
  const size = Math.min(request.maxResults ?? LARGEST_PAGE, LARGEST_PAGE);
  const page = entries.slice(0, size);
  const last = page.at(-1);
  return {
    items: page.flatMap(({ object }) => object ?? []),
    prefixes: page.filter(({ object }) => !object).map(({ name }) => name),
    ...(last && entries.length > page.length && { nextPageToken: pageToken(last.name) }),
  };
}

function entriesOf(objects: StoredObject[], request: ListRequest): Entry[] {
  const { prefix = '', startOffset, endOffset } = request;
  const matching = objects
    .filter(({ name }) => name.startsWith(prefix))
    .filter(({ name }) => startOffset === undefined || inByteOrder(name, startOffset) >= 0)
    .filter(({ name }) => endOffset === undefined || inByteOrder(name, endOffset) < 0);
  const entries: Entry[] = [];
  const folded = new Set<string>();
  for (const object of matching) {
    const fold = foldedPrefix(object.name, request);
    if (fold !== undefined) folded.add(fold);
    if (fold === undefined || (request.includeTrailingDelimiter && fold === object.name)) {
      entries.push({ name: object.name, object });
    }
  }
  for (const name of folded) entries.push({ name });
  return entries.sort((a, b) => inByteOrder(a.name, b.name));
}

function foldedPrefix(name: string, { prefix = '', delimiter }: ListRequest): string | undefined {
  if (!delimiter) return undefined;
  const at = name.indexOf(delimiter, prefix.length);
  return at === -1 ? undefined : name.slice(0, at + delimiter.length);
}

/** Names are ordered by their UTF-8 bytes, which JavaScript's own order is not. */
function inByteOrder(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function pageToken(lastName: string): string {
  return Buffer.from(lastName).toString('base64url');
}

function readPageToken(token: string): string {
  const name = Buffer.from(token, 'base64url').toString();
  if (pageToken(name) !== token) throw new StorageError('invalidArgument', 'Invalid page token.');
  return name;
}
