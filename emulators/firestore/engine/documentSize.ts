import { FirestoreError, type Fields, type Value } from '../types.ts';
import type { Path } from './documentNames.ts';

/** Sizes as https://firebase.google.com/docs/firestore/storage-size counts them. */
const MAX_DOCUMENT_BYTES = 1_048_576;
const DOCUMENT_OVERHEAD_BYTES = 32;
const NAME_OVERHEAD_BYTES = 16;

/** @throws FirestoreError INVALID_ARGUMENT when a document is larger than 1 MiB. */
export function assertDocumentSize(path: Path, fields: Fields): void {
  const bytes = sizeOfName(path) + sizeOfFields(fields) + DOCUMENT_OVERHEAD_BYTES;
  if (bytes > MAX_DOCUMENT_BYTES) {
    throw new FirestoreError(
      'INVALID_ARGUMENT',
      `Document '${path}' cannot be written because its size (${bytes} bytes) exceeds the maximum allowed size of ${MAX_DOCUMENT_BYTES} bytes.`,
    );
  }
}

function sizeOfName(path: Path): number {
  return path.split('/').reduce((sum, id) => sum + sizeOfString(id), NAME_OVERHEAD_BYTES);
}

function sizeOfString(text: string): number {
  return Buffer.byteLength(text) + 1;
}

function sizeOfFields(fields: Fields): number {
  return Object.entries(fields).reduce(
    (sum, [name, value]) => sum + sizeOfString(name) + sizeOfValue(value),
    0,
  );
}

function sizeOfValue(value: Value): number {
  if (value.stringValue !== undefined) return sizeOfString(value.stringValue);
  if (value.bytesValue !== undefined) return value.bytesValue.length;
  if (value.referenceValue !== undefined) return sizeOfName(value.referenceValue);
  if (value.geoPointValue !== undefined) return 16;
  if (value.arrayValue !== undefined) {
    return (value.arrayValue.values ?? []).reduce((sum, element) => sum + sizeOfValue(element), 0);
  }
  if (value.mapValue !== undefined) return sizeOfFields(value.mapValue.fields ?? {});
  return value.nullValue !== undefined || value.booleanValue !== undefined ? 1 : 8;
}
