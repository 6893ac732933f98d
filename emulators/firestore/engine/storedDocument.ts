import type { Document, Fields } from '../types.ts';
import { toTimestamp, type Micros } from './clock.ts';
import type { Path } from './documentNames.ts';
import { maskFields, type FieldPath } from './fieldPaths.ts';

/** A document as the engine keeps it. Never changed in place: each write makes another one. */
export interface StoredDocument {
  readonly name: string;
  readonly path: Path;
  readonly fields: Fields;
  readonly createTime: Micros;
  readonly updateTime: Micros;
}

/** The wire's form of a document, with all of its fields or only those of the mask. */
export function toMessage(document: StoredDocument, mask?: readonly FieldPath[]): Document {
  return {
    name: document.name,
    fields: mask ? maskFields(document.fields, mask) : document.fields,
    createTime: toTimestamp(document.createTime),
    updateTime: toTimestamp(document.updateTime),
  };
}
