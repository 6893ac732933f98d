import { FirestoreError, type Fields, type Timestamp, type Value } from '../types.ts';
import { parseResourceName } from './documentNames.ts';
import { isNaNValue } from './numbers.ts';
import { isVector } from './valueOrder.ts';

/** https://firebase.google.com/docs/firestore/quotas: maps and arrays lie at most 20 deep, field names hold 1,500 bytes. */
const MAX_DEPTH = 20;
/** https://firebase.google.com/docs/firestore/vector-search#limitations. */
const MAX_DIMENSIONS = 2_048;
const MAX_FIELD_NAME_BYTES = 1_500;
const RESERVED_NAME = /^__.*__$/s;

/** google.protobuf.Timestamp: from 0001-01-01 to 9999-12-31. */
const MIN_TIMESTAMP_SECONDS = -62_135_596_800;
const MAX_TIMESTAMP_SECONDS = 253_402_300_799;

/**
 * The fields of a written document in the one form that the engine keeps: nothing but the wire's own properties, no
 * optional part left out, timestamps cut to microseconds as Firestore stores them.
 * @throws FirestoreError INVALID_ARGUMENT for what Firestore refuses to store.
 */
export function canonicalFields(fields: Fields | undefined): Fields {
  return mapEntries(fields ?? {}, (value, name) => canonicalValue(value, { depth: 1, property: name }));
}

/** How many maps and arrays lie around a value, and the field of the document that they lie in, for messages. */
interface Place {
  depth: number;
  property: string;
}

/** The same for one value. */
export function canonicalValue(value: Value, place: Place = { depth: 1, property: 'array' }): Value {
  if (value.nullValue !== undefined) return { nullValue: 'NULL_VALUE' };
  if (value.booleanValue !== undefined) return { booleanValue: value.booleanValue };
  if (value.integerValue !== undefined) return { integerValue: String(value.integerValue) };
  if (value.doubleValue !== undefined) return { doubleValue: value.doubleValue };
  if (value.timestampValue !== undefined) return { timestampValue: canonicalTimestamp(value.timestampValue) };
  if (value.stringValue !== undefined) return { stringValue: value.stringValue };
  if (value.bytesValue !== undefined) return { bytesValue: Buffer.from(value.bytesValue) };
  if (value.referenceValue !== undefined) return canonicalReference(value.referenceValue);
  if (value.geoPointValue !== undefined) return canonicalGeoPoint(value.geoPointValue);
  if (value.arrayValue !== undefined) return canonicalArray(value.arrayValue.values ?? [], place);
  if (value.mapValue !== undefined) return canonicalMap(value, place);
  throw invalid('A value must be of one of the types of google.firestore.v1.Value.');
}

function invalid(message: string): FirestoreError {
  return new FirestoreError('INVALID_ARGUMENT', message);
}

function canonicalTimestamp(timestamp: Timestamp): Timestamp {
  const seconds = Number(timestamp.seconds ?? 0);
  const nanos = timestamp.nanos ?? 0;
  if (
    seconds < MIN_TIMESTAMP_SECONDS ||
    seconds > MAX_TIMESTAMP_SECONDS ||
    nanos < 0 ||
    nanos > 999_999_999
  ) {
    throw invalid('A timestamp must lie between the years 1 and 9999.');
  }
  return { seconds: String(seconds), nanos: nanos - (nanos % 1_000) };
}

function canonicalReference(name: string): Value {
  if (parseResourceName(name).path.split('/').length % 2 !== 0) {
    throw invalid(`The reference "${name}" does not name a document.`);
  }
  return { referenceValue: name };
}

function canonicalGeoPoint({ latitude = 0, longitude = 0 }: NonNullable<Value['geoPointValue']>): Value {
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
    throw invalid('A geo point needs a latitude within 90 and a longitude within 180 degrees.');
  }
  return { geoPointValue: { latitude, longitude } };
}

function canonicalArray(values: Value[], place: Place): Value {
  assertDepth(place);
  if (values.some((value) => value.arrayValue !== undefined)) {
    throw invalid('Cannot convert an array value in an array value.');
  }
  return { arrayValue: { values: values.map((value) => canonicalValue(value, within(place))) } };
}

function canonicalMap(value: Value, place: Place): Value {
  assertDepth(place);
  const fields = value.mapValue?.fields ?? {};
  if (isVector(value)) return canonicalVector(fields, place);

  const entries = mapEntries(fields, (entry) => canonicalValue(entry, within(place)));
  return { mapValue: { fields: entries } };
}

/** @throws FirestoreError INVALID_ARGUMENT in production's words. */
function canonicalVector({ value, ...others }: Fields, place: Place): Value {
  if (value === undefined) throw invalid("Vector map is missing key 'value'.");
  if (value.arrayValue === undefined) throw invalid('Vector value type must be an array.');
  if (Object.keys(others).length > 1) throw invalid('Vector value map has extraneous entries.');

  const numbers = value.arrayValue.values ?? [];
  if (numbers.length === 0) throw invalid('Cannot have a zero length vector.');
  if (numbers.length > MAX_DIMENSIONS) throw invalid(`Vectors must be at most ${MAX_DIMENSIONS} dimensions.`);
  if (numbers.some(({ doubleValue }) => doubleValue === undefined)) {
    throw invalid("Vector must only contain values of type 'double'");
  }
  if (numbers.some(isNaNValue)) throw invalid('Vector cannot contain NaN values.');
  const elements = canonicalArray(numbers, within(place));
  return { mapValue: { fields: { __type__: { stringValue: '__vector__' }, value: elements } } };
}

function within({ depth, property }: Place): Place {
  return { depth: depth + 1, property };
}

function assertDepth({ depth, property }: Place): void {
  if (depth > MAX_DEPTH) throw invalid(`Property ${property} contains an invalid nested entity.`);
}

function mapEntries(fields: Fields, canonical: (value: Value, name: string) => Value): Fields {
  const entries = Object.entries(fields).map(([name, value]) => {
    assertFieldName(name);
    return [name, canonical(value, name)] as const;
  });
  return Object.fromEntries(entries);
}

/** @throws FirestoreError INVALID_ARGUMENT for a name that no field may have. */
export function assertFieldName(name: string): void {
  if (name === '') throw invalid('A field needs a name.');
  if (RESERVED_NAME.test(name)) throw invalid(`The field name "${name}" is reserved.`);
  if (Buffer.byteLength(name) > MAX_FIELD_NAME_BYTES) {
    throw invalid(`A field name is longer than ${MAX_FIELD_NAME_BYTES} bytes.`);
  }
}
