import { randomBytes } from 'node:crypto';
import {
  childPath,
  documentNamePrefix,
  parseDocumentName,
  type DatabaseName,
  type Path,
} from '../engine/documentNames.ts';
import { toMessage } from '../engine/storedDocument.ts';
import type { WriteMessage } from '../engine/write.ts';
import type { Message } from '../types.ts';
import type { CallContext } from './callContext.ts';
import { commitWrites } from './commitWrites.ts';
import { parseParent } from './queryDocuments.ts';
import { toPaths } from './readDocuments.ts';
import type {
  CreateDocumentRequest,
  DeleteDocumentRequest,
  DocumentMask,
  UpdateDocumentRequest,
} from './requests.ts';

/** CreateDocument, with an id of ours when the request has none. @throws FirestoreError ALREADY_EXISTS */
export async function createDocument(context: CallContext, request: CreateDocumentRequest): Promise<Message> {
  const { collectionId = '', documentId = '', document, mask } = request;
  const { database, path: parent } = parseParent(request.parent);
  const id = documentId === '' ? randomBytes(10).toString('hex') : documentId;
  const path = childPath(childPath(parent, collectionId), id);
  const update = { ...document, name: documentNamePrefix(database) + path };
  return writeAndRead(context, { update, currentDocument: { exists: false } }, { database, path }, mask);
}

/** UpdateDocument: creates it unless the request's precondition says otherwise. */
export async function updateDocument(context: CallContext, request: UpdateDocumentRequest): Promise<Message> {
  const { document, updateMask, currentDocument, mask } = request;
  const target = parseDocumentName(document?.name);
  const write: WriteMessage = {
    update: { ...document, name: documentNamePrefix(target.database) + target.path },
    ...(updateMask && { updateMask }),
    ...(currentDocument && { currentDocument }),
  };
  return writeAndRead(context, write, target, mask);
}

/** DeleteDocument; deleting what is not there succeeds unless the precondition says otherwise. */
export async function deleteDocument(context: CallContext, request: DeleteDocumentRequest): Promise<Message> {
  const { name = '', currentDocument } = request;
  const { database, access } = context.open(parseDocumentName(name).database);
  await commitWrites(database, access, [{ delete: name, ...(currentDocument && { currentDocument }) }]);
  return {};
}

async function writeAndRead(
  context: CallContext,
  write: WriteMessage,
  target: { database: DatabaseName; path: Path },
  mask: DocumentMask | undefined,
): Promise<Message> {
  const { database, access } = context.open(target.database);
  await commitWrites(database, access, [write]);
  const written = database.documents.get(target.path);
  return written ? { ...toMessage(written, toPaths(mask)) } : {};
}
