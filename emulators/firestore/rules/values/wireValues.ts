import type { Document, Timestamp, Value } from '../../types.ts';
import {
  bool,
  bytes,
  EvaluationError,
  float,
  int,
  list,
  map,
  NULL,
  path,
  string,
  timestamp,
} from './ruleValue.ts';
import type { RuleValue } from './ruleValue.ts';

const NANOS_PER_SECOND = 1_000_000_000n;

/**
 * A google.firestore.v1.Value as the rules see it.
 * @throws EvaluationError for a value with none of the known fields.
 */
export function fromWire(value: Value): RuleValue {
  if (value.nullValue !== undefined) return NULL;
  if (value.booleanValue !== undefined) return bool(value.booleanValue);
  if (value.integerValue !== undefined) return int(BigInt(value.integerValue));
  if (value.doubleValue !== undefined) return float(value.doubleValue);
  if (value.timestampValue !== undefined) return timestamp(timestampNanos(value.timestampValue));
  if (value.stringValue !== undefined) return string(value.stringValue);
  if (value.bytesValue !== undefined) return bytes(Buffer.from(value.bytesValue));
  if (value.referenceValue !== undefined) return path(rulesPath(value.referenceValue));
  if (value.geoPointValue !== undefined) {
    const { latitude = 0, longitude = 0 } = value.geoPointValue;
    return { type: 'latlng', latitude, longitude };
  }
  if (value.arrayValue !== undefined) return list((value.arrayValue.values ?? []).map(fromWire));
  if (value.mapValue !== undefined) return fieldsToMap(value.mapValue.fields);
  throw new EvaluationError('a value of an unknown type');
}

const fieldsToMap = (fields: Record<string, Value> = {}): RuleValue =>
  map(Object.entries(fields).map(([key, field]) => [key, fromWire(field)]));

/** Nanoseconds since 1970 of a google.protobuf.Timestamp. */
export function timestampNanos({ seconds = 0, nanos = 0 }: Timestamp): bigint {
  return BigInt(seconds) * NANOS_PER_SECOND + BigInt(nanos);
}

/** `projects/P/databases/D/documents/…` as the rules write it: without its project. */
export function rulesPath(name: string): string[] {
  const segments = name.split('/');
  return segments[0] === 'projects' ? segments.slice(2) : segments;
}

/** A document as `resource`, `request.resource` and the answer of `get()`. */
export function documentResource(document: Document): RuleValue {
  const segments = rulesPath(document.name);
  return map([
    ['data', fieldsToMap(document.fields)],
    ['id', string(segments.at(-1) ?? '')],
    ['__name__', path(segments)],
  ]);
}

/** A claim of an ID token, which is JSON. What JSON cannot hold becomes null. */
export function fromJson(value: unknown): RuleValue {
  if (typeof value === 'boolean') return bool(value);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? int(value) : float(value);
  if (typeof value === 'string') return string(value);
  if (Array.isArray(value)) return list(value.map(fromJson));
  if (typeof value === 'object' && value !== null) {
    return map(Object.entries(value).map(([key, entry]) => [key, fromJson(entry)]));
  }
  return NULL;
}
