import { childPath, documentNamePrefix } from '../engine/documentNames.ts';
import { wholeRange } from '../engine/query/queryRange.ts';
import { compareUtf8 } from '../engine/stringOrder.ts';
import { toMessage } from '../engine/storedDocument.ts';
import { FirestoreError, type Message } from '../types.ts';
import type { CallContext } from './callContext.ts';
import { parseParent } from './queryDocuments.ts';
import { toPaths } from './readDocuments.ts';
import { openReading } from './reading.ts';
import type { ListCollectionIdsRequest, ListDocumentsRequest } from './requests.ts';

/** What a page holds when the request does not say. */
const DEFAULT_PAGE_SIZE = 100;

/** ListDocuments: a collection by name, with `showMissing` also ids that only have something below them. */
export async function listDocuments(context: CallContext, request: ListDocumentsRequest): Promise<Message> {
  const { collectionId = '', showMissing = false } = request;
  assertListable(request);
  const { database: name, path: parent } = parseParent(request.parent);
  const { database, access } = context.open(name);
  if (showMissing) access.assertOwner('Listing missing documents');
  await access.assertList({ from: [{ collectionId }] }, parent);

  const scope = { parent, collectionId, allDescendants: false };
  const { view } = await openReading(database, request, { ranges: [wholeRange(scope)] });
  const collection = childPath(parent, collectionId);
  const existing = [...view.inScope(scope)].map(({ path }) => path.slice(collection.length + 1));
  const ids = showMissing ? database.documents.documentIds(collection) : existing;

  const { page, nextPageToken } = paginate(ids, request);
  const mask = toPaths(request.mask);
  const documents = page.map((id) => {
    const path = childPath(collection, id);
    const document = view.get(path);
    return document ? toMessage(document, mask) : { name: documentNamePrefix(name) + path };
  });
  return { documents, nextPageToken };
}

function assertListable({
  collectionId = '',
  orderBy = '',
  showMissing,
  readTime,
}: ListDocumentsRequest): void {
  if (collectionId === '') throw new FirestoreError('UNIMPLEMENTED', 'ListDocuments needs a collection id.');
  if (orderBy !== '' && orderBy !== '__name__') {
    throw new FirestoreError('UNIMPLEMENTED', `ListDocuments does not order by "${orderBy}".`);
  }
  if (showMissing && readTime) {
    throw new FirestoreError('UNIMPLEMENTED', 'Missing documents cannot be listed as of a read time.');
  }
}

/** ListCollectionIds, which no client may call. */
export function listCollectionIds(context: CallContext, request: ListCollectionIdsRequest): Promise<Message> {
  if (request.readTime) throw new FirestoreError('UNIMPLEMENTED', 'ListCollectionIds takes no read time.');
  const { database: name, path } = parseParent(request.parent);
  const { database, access } = context.open(name);
  access.assertOwner('Listing collections');

  const { page, nextPageToken } = paginate(database.documents.collectionIds(path), request);
  return Promise.resolve({ collectionIds: page, nextPageToken });
}

/** One page of ids in order; the token of a page is the last id of the one before. */
function paginate(
  ids: string[],
  { pageSize = 0, pageToken = '' }: { pageSize?: number; pageToken?: string },
): { page: string[]; nextPageToken: string } {
  if (pageSize < 0) throw new FirestoreError('INVALID_ARGUMENT', 'The page size is negative.');
  const after = Buffer.from(pageToken, 'base64url').toString();
  const rest = ids.filter((id) => pageToken === '' || compareUtf8(id, after) > 0).sort(compareUtf8);
  const page = rest.slice(0, pageSize === 0 ? DEFAULT_PAGE_SIZE : pageSize);
  const last = page.length < rest.length ? page.at(-1) : undefined;
  return { page, nextPageToken: last === undefined ? '' : Buffer.from(last).toString('base64url') };
}
