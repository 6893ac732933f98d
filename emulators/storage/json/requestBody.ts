/** What a JSON request says. */
import { text } from 'node:stream/consumers';
import { parameter, type Exchange } from '../http/exchange.ts';
import { StorageError } from '../storageError.ts';
import type { ExpectedHashes } from '../store/contentHashes.ts';
import { readPreconditions, type Preconditions } from '../store/preconditions.ts';
import { ATTRIBUTE_NAMES, type ObjectAttributes } from '../store/storedObject.ts';

export type JsonObject = Record<string, unknown>;

/** Metadata is at most some kilobytes; bytes of objects are never read as JSON. */
const LONGEST_JSON_BYTES = 1024 * 1024;

/** @returns the body, or an empty object when there is none. @throws StorageError when it is no JSON object */
export async function readJson({ request }: Exchange): Promise<JsonObject> {
  if (Number(request.headers['content-length'] ?? 0) > LONGEST_JSON_BYTES) {
    throw new StorageError('invalidArgument', 'The metadata is too long.');
  }
  return parseJsonObject(await text(request));
}

/** @throws StorageError when it is no JSON object */
export function parseJsonObject(json: string): JsonObject {
  if (json.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  } catch {
    // Said below.
  }
  throw new StorageError('invalidArgument', 'The body is no JSON object.');
}

/** @returns a text or number of a JSON object as text */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/**
 * @param before what is left as it is, unless the resource names it: `null` removes, and custom metadata is merged
 * @returns the attributes after the change
 */
export function changedAttributes(before: ObjectAttributes, resource: JsonObject): ObjectAttributes {
  const attributes: ObjectAttributes = {};
  for (const name of ATTRIBUTE_NAMES) {
    const value = resource[name] === undefined ? before[name] : textOf(resource[name]);
    if (value !== undefined && value !== '') attributes[name] = value;
  }
  const metadata = changedMetadata(before.metadata ?? {}, resource['metadata']);
  return Object.keys(metadata).length > 0 ? { ...attributes, metadata } : attributes;
}

function changedMetadata(before: Record<string, string>, change: unknown): Record<string, string> {
  if (change === undefined) return before;
  if (typeof change !== 'object' || change === null) return {};
  const merged = Object.entries({ ...before, ...change } as JsonObject);
  return Object.fromEntries(
    merged.flatMap(([name, value]) => {
      const text = textOf(value);
      return text === undefined ? [] : [[name, text]];
    }),
  );
}

/** @returns the hashes that an upload's metadata states */
export function resourceHashes({ md5Hash, crc32c }: JsonObject): ExpectedHashes {
  return {
    ...(typeof md5Hash === 'string' && { md5Hash }),
    ...(typeof crc32c === 'string' && { crc32c }),
  };
}

/** `?ifGenerationMatch=0` and the like. */
export function parameterPreconditions(exchange: Exchange): Preconditions {
  return readPreconditions((name) => parameter(exchange, name));
}
