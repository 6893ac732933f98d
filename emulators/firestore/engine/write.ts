import { FirestoreError, type Document, type Fields, type Timestamp } from '../types.ts';
import { assertFieldName, canonicalFields } from './canonicalValue.ts';
import { parseDocumentName, type DatabaseName, type Path } from './documentNames.ts';
import { parseFieldPath, type FieldPath } from './fieldPaths.ts';
import type { FieldTransform } from './fieldTransforms.ts';

/** google.firestore.v1.Write, with the `verify` that the web SDK's transactions send for documents they only read. */
export interface WriteMessage {
  update?: Document;
  delete?: string;
  verify?: string;
  transform?: { document?: string; fieldTransforms?: FieldTransform[] };
  updateMask?: { fieldPaths?: string[] };
  updateTransforms?: FieldTransform[];
  currentDocument?: Precondition;
}

/** google.firestore.v1.Precondition. */
export interface Precondition {
  exists?: boolean;
  updateTime?: Timestamp;
}

/** A write that was read and found well-formed. */
export interface Write {
  readonly name: string;
  readonly path: Path;
  readonly precondition: Precondition;
  readonly operation: Operation;
}

export type Operation =
  | { kind: 'set'; fields: Fields; transforms: readonly FieldTransform[] }
  | { kind: 'merge'; fields: Fields; mask: readonly FieldPath[]; transforms: readonly FieldTransform[] }
  | { kind: 'delete' }
  | { kind: 'verify' };

/** https://firebase.google.com/docs/firestore/quotas: field transformations of one document in one commit. */
const MAX_TRANSFORMS = 500;

/**
 * Reads a write that is meant for `database`.
 * @throws FirestoreError INVALID_ARGUMENT when it is malformed, of an unknown kind, or for another database.
 */
export function parseWrite(message: WriteMessage, database: DatabaseName): Write {
  const { name, operation } = parseOperation(message);
  const parsed = parseDocumentName(name);
  if (
    parsed.database.projectId !== database.projectId ||
    parsed.database.databaseId !== database.databaseId
  ) {
    throw new FirestoreError('INVALID_ARGUMENT', `"${name}" does not lie in the database of the request.`);
  }
  return { name, path: parsed.path, precondition: message.currentDocument ?? {}, operation };
}

function parseOperation(message: WriteMessage): { name: string; operation: Operation } {
  if (message.update) return { name: message.update.name, operation: parseUpdate(message, message.update) };
  if (message.delete !== undefined) return { name: message.delete, operation: { kind: 'delete' } };
  if (message.verify !== undefined) return { name: message.verify, operation: { kind: 'verify' } };
  if (message.transform) {
    const transforms = boundedTransforms(message.transform.fieldTransforms);
    return {
      name: message.transform.document ?? '',
      operation: { kind: 'merge', fields: {}, mask: [], transforms },
    };
  }
  throw new FirestoreError(
    'INVALID_ARGUMENT',
    'A write must update, delete, transform or verify a document.',
  );
}

function parseUpdate(message: WriteMessage, document: Document): Operation {
  const fields = canonicalFields(document.fields);
  const transforms = boundedTransforms(message.updateTransforms);
  // A mask that is there but empty means "change nothing", no mask means "replace all".
  if (!message.updateMask) return { kind: 'set', fields, transforms };
  return { kind: 'merge', fields, mask: (message.updateMask.fieldPaths ?? []).map(writablePath), transforms };
}

function boundedTransforms(transforms: FieldTransform[] = []): readonly FieldTransform[] {
  if (transforms.length > MAX_TRANSFORMS) {
    throw new FirestoreError('INVALID_ARGUMENT', `One write may transform at most ${MAX_TRANSFORMS} fields.`);
  }
  transforms.forEach(({ fieldPath }) => writablePath(fieldPath));
  return transforms;
}

function writablePath(text: string | undefined): FieldPath {
  const path = parseFieldPath(text);
  path.forEach(assertFieldName);
  return path;
}
