import { toTimestamp } from '../engine/clock.ts';
import { parseDatabaseName, parseDocumentName } from '../engine/documentNames.ts';
import { parseFieldPath, type FieldPath } from '../engine/fieldPaths.ts';
import { toMessage } from '../engine/storedDocument.ts';
import { FirestoreError, type Message } from '../types.ts';
import type { CallContext } from './callContext.ts';
import { openReading, streamReading } from './reading.ts';
import type { BatchGetDocumentsRequest, DocumentMask, GetDocumentRequest } from './requests.ts';

/** GetDocument. @throws FirestoreError NOT_FOUND where there is none. */
export async function getDocument(context: CallContext, request: GetDocumentRequest): Promise<Message> {
  const { database: name, path } = parseDocumentName(request.name);
  const { database, access } = context.open(name);

  const { view } = await openReading(database, request, { documents: [path] });
  const document = view.get(path);
  await access.assertGet(path, document);
  if (!document) throw new FirestoreError('NOT_FOUND', `Document "${request.name ?? ''}" not found.`);
  return { ...toMessage(document, toPaths(request.mask)) };
}

/** BatchGetDocuments: an answer for each document, found or missing. */
export async function* batchGetDocuments(
  context: CallContext,
  request: BatchGetDocumentsRequest,
): AsyncGenerator<Message> {
  const { database, access } = context.open(parseDatabaseName(request.database));
  const wanted = [...new Set(request.documents)].map((name) => ({
    name,
    path: parseDocumentName(name).path,
  }));
  const mask = toPaths(request.mask);

  const locks = { documents: wanted.map(({ path }) => path) };
  yield* streamReading(database, request, locks, async (reading) => {
    const readTime = toTimestamp(reading.readTime);
    const read = wanted.map(({ name, path }) => ({ name, path, document: reading.view.get(path) }));
    for (const { path, document } of read) await access.assertGet(path, document);
    return read.map(({ name, document }) =>
      document ? { found: toMessage(document, mask), readTime } : { missing: name, readTime },
    );
  });
}

/** The fields of a mask; undefined for all of them. A mask without paths asks for no field. */
export function toPaths(mask: DocumentMask | undefined): FieldPath[] | undefined {
  return mask && (mask.fieldPaths ?? []).map(parseFieldPath);
}
