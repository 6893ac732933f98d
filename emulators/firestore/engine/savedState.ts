import { FirestoreError, type Fields, type Value } from '../types.ts';
import type { Database } from './database.ts';
import type { DatabaseName, Path } from './documentNames.ts';
import type { StoredDocument } from './storedDocument.ts';

/** What `save` writes and `load` reads. Values are proto3 JSON's: bytes in base64, NaN and the infinities as words. */
export interface SavedState {
  version: 1;
  databases: SavedDatabase[];
}

interface SavedDatabase extends DatabaseName {
  documents: SavedDocument[];
}

interface SavedDocument {
  path: Path;
  fields: Record<string, unknown>;
  createTime: number;
  updateTime: number;
}

export function saveDatabase(database: Database): SavedDatabase {
  const documents = [...database.documents.all()].map(({ path, fields, createTime, updateTime }) => ({
    path,
    fields: mapValues(fields, (value) => mapScalars(value, toJson)),
    createTime,
    updateTime,
  }));
  return { ...database.name, documents };
}

/**
 * The databases of a saved state, their documents as the engine keeps them.
 * @throws FirestoreError INVALID_ARGUMENT when the object is not a saved state of a version that is known.
 */
export function readSavedDatabase(
  state: unknown,
): (DatabaseName & { documents: Omit<StoredDocument, 'name'>[] })[] {
  if (!isSavedState(state)) {
    throw new FirestoreError(
      'INVALID_ARGUMENT',
      'This is not a saved state of the embedded Firestore (version 1).',
    );
  }

  return state.databases.map(({ projectId, databaseId, documents }) => ({
    projectId,
    databaseId,
    documents: documents.map((document) => ({
      ...document,
      fields: mapValues(document.fields as Fields, (value) => mapScalars(value, fromJson) as Value),
    })),
  }));
}

function isSavedState(state: unknown): state is SavedState {
  return (
    typeof state === 'object' &&
    state !== null &&
    'version' in state &&
    state.version === 1 &&
    'databases' in state &&
    Array.isArray(state.databases)
  );
}

function mapValues<Result>(fields: Fields, change: (value: Value) => Result): Record<string, Result> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, change(value)]));
}

type ChangeScalar = (value: Value) => unknown;

function mapScalars(value: Value, change: ChangeScalar): unknown {
  if (value.arrayValue) {
    return {
      arrayValue: { values: (value.arrayValue.values ?? []).map((each) => mapScalars(each, change)) },
    };
  }
  if (value.mapValue) {
    return {
      mapValue: { fields: mapValues(value.mapValue.fields ?? {}, (each) => mapScalars(each, change)) },
    };
  }
  return change(value);
}

function toJson(value: Value): unknown {
  if (value.bytesValue) return { bytesValue: value.bytesValue.toString('base64') };
  // JSON has neither NaN, nor the infinities, nor -0.
  if (value.doubleValue !== undefined) return { doubleValue: doubleToJson(value.doubleValue) };
  return value;
}

function doubleToJson(double: number): number | string {
  return Object.is(double, -0) ? '-0' : Number.isFinite(double) ? double : String(double);
}

/** The opposite of `toJson`, of whose results `saved` is one. */
function fromJson(saved: { bytesValue?: unknown; doubleValue?: unknown }): unknown {
  if (typeof saved.bytesValue === 'string') return { bytesValue: Buffer.from(saved.bytesValue, 'base64') };
  if (saved.doubleValue !== undefined) return { doubleValue: Number(saved.doubleValue) };
  return saved;
}
