import { FirestoreError, type Fields, type Value } from '../types.ts';
import { toMicros, type Micros } from './clock.ts';
import { assertDocumentSize } from './documentSize.ts';
import type { Path } from './documentNames.ts';
import { getField, withField, withoutField, type FieldPath } from './fieldPaths.ts';
import { applyTransforms } from './fieldTransforms.ts';
import { identicalFields } from './identicalFields.ts';
import type { StoredDocument } from './storedDocument.ts';
import type { Operation, Write } from './write.ts';

/** What one write makes of a document; `after` is `before` itself when nothing changes. */
export interface WriteOutcome {
  path: Path;
  before: StoredDocument | null;
  after: StoredDocument | null;
  transformResults: Value[];
}

/** `requestTime` is what server timestamps say, `updateTime` the time of the commit that a changed document carries. */
export interface WriteTimes {
  requestTime: Micros;
  updateTime: Micros;
}

/**
 * Applies a write to the document as it stands, whatever its precondition says.
 * @throws FirestoreError INVALID_ARGUMENT when the result cannot be stored.
 */
export function applyWrite(write: Write, before: StoredDocument | null, times: WriteTimes): WriteOutcome {
  const { operation } = write;
  if (operation.kind === 'delete') return { path: write.path, before, after: null, transformResults: [] };
  if (operation.kind === 'verify') return { path: write.path, before, after: before, transformResults: [] };

  const written = writtenFields(operation, before?.fields ?? {});
  const { fields, results } = applyTransforms(written, operation.transforms, times.requestTime);
  if (before && identicalFields(before.fields, fields)) {
    return { path: write.path, before, after: before, transformResults: results };
  }

  assertDocumentSize(write.path, fields);
  const createTime = before?.createTime ?? times.updateTime;
  const after = { name: write.name, path: write.path, fields, createTime, updateTime: times.updateTime };
  return { path: write.path, before, after, transformResults: results };
}

function writtenFields(operation: Extract<Operation, { fields: Fields }>, current: Fields): Fields {
  return operation.kind === 'set' ? operation.fields : merged(current, operation.fields, operation.mask);
}

/** The fields of the mask are taken from `changes`, or removed where it has none. */
function merged(current: Fields, changes: Fields, mask: readonly FieldPath[]): Fields {
  return mask.reduce((fields, path) => {
    const value = getField(changes, path);
    return value ? withField(fields, path, value) : withoutField(fields, path);
  }, current);
}

/**
 * @throws FirestoreError NOT_FOUND, ALREADY_EXISTS or FAILED_PRECONDITION when the document as it stands is not what
 * the write requires.
 */
export function assertPrecondition({ name, precondition }: Write, before: StoredDocument | null): void {
  if (precondition.exists === true && !before) {
    throw new FirestoreError('NOT_FOUND', `No document to update: ${name}`);
  }
  if (precondition.exists === false && before) {
    throw new FirestoreError('ALREADY_EXISTS', `Document already exists: ${name}`);
  }
  if (precondition.updateTime && before?.updateTime !== toMicros(precondition.updateTime)) {
    throw new FirestoreError(
      'FAILED_PRECONDITION',
      `The stored version of ${name} does not match the required version.`,
    );
  }
}
