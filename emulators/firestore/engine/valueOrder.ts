import type { Fields, Timestamp, Value } from '../types.ts';
import { compareNumbers, isNumber } from './numbers.ts';
import { comparePaths, compareUtf8 } from './stringOrder.ts';

/**
 * Firestore's total order over values of all types, from
 * https://firebase.google.com/docs/firestore/manage-data/data-types#value_type_ordering.
 */
const TYPE_ORDER = [
  'null',
  'boolean',
  'number',
  'timestamp',
  'string',
  'bytes',
  'reference',
  'geoPoint',
  'array',
  'vector',
  'map',
] as const;

export type ValueType = (typeof TYPE_ORDER)[number];

/** The type of a value as queries see it: integers and doubles are one, vectors are not maps. */
export function typeOf(value: Value): ValueType {
  if (value.stringValue !== undefined) return 'string';
  if (isNumber(value)) return 'number';
  if (value.booleanValue !== undefined) return 'boolean';
  if (value.timestampValue !== undefined) return 'timestamp';
  if (value.mapValue !== undefined) return isVector(value) ? 'vector' : 'map';
  if (value.arrayValue !== undefined) return 'array';
  if (value.referenceValue !== undefined) return 'reference';
  if (value.bytesValue !== undefined) return 'bytes';
  if (value.geoPointValue !== undefined) return 'geoPoint';
  return 'null';
}

/** Vectors travel as maps `{__type__: '__vector__', value: [doubles]}`. */
export function isVector(value: Value): boolean {
  return value.mapValue?.fields?.['__type__']?.stringValue === '__vector__';
}

/** Negative, zero or positive. Zero means that a query takes the two for equal: 1 and 1.0, 0 and -0, NaN and NaN. */
export function compareValues(a: Value, b: Value): number {
  const type = typeOf(a);
  const otherType = typeOf(b);
  if (type !== otherType) return TYPE_ORDER.indexOf(type) - TYPE_ORDER.indexOf(otherType);
  return COMPARE[type](a, b);
}

/** The order of two values' types alone. */
export function compareTypes(a: Value, b: Value): number {
  return TYPE_ORDER.indexOf(typeOf(a)) - TYPE_ORDER.indexOf(typeOf(b));
}

export function valuesEqual(a: Value, b: Value): boolean {
  return compareValues(a, b) === 0;
}

const COMPARE: Record<ValueType, (a: Value, b: Value) => number> = {
  null: () => 0,
  boolean: (a, b) => Number(a.booleanValue) - Number(b.booleanValue),
  number: compareNumbers,
  timestamp: (a, b) => compareTimestamps(a.timestampValue ?? {}, b.timestampValue ?? {}),
  string: (a, b) => compareUtf8(a.stringValue ?? '', b.stringValue ?? ''),
  bytes: (a, b) => Buffer.compare(a.bytesValue ?? Buffer.alloc(0), b.bytesValue ?? Buffer.alloc(0)),
  reference: (a, b) => comparePaths(a.referenceValue ?? '', b.referenceValue ?? ''),
  geoPoint: (a, b) =>
    (a.geoPointValue?.latitude ?? 0) - (b.geoPointValue?.latitude ?? 0) ||
    (a.geoPointValue?.longitude ?? 0) - (b.geoPointValue?.longitude ?? 0),
  array: (a, b) => compareArrays(elementsOf(a), elementsOf(b)),
  vector: (a, b) => compareVectors(vectorElementsOf(a), vectorElementsOf(b)),
  map: (a, b) => compareMaps(a.mapValue?.fields ?? {}, b.mapValue?.fields ?? {}),
};

export function compareTimestamps(a: Timestamp, b: Timestamp): number {
  return Number(a.seconds ?? 0) - Number(b.seconds ?? 0) || (a.nanos ?? 0) - (b.nanos ?? 0);
}

export function elementsOf(value: Value | undefined): Value[] {
  return value?.arrayValue?.values ?? [];
}

/** The numbers of a vector. */
export function vectorElementsOf(value: Value): Value[] {
  return elementsOf(value.mapValue?.fields?.['value']);
}

function compareArrays(a: Value[], b: Value[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined) return 1;
    const order = compareValues(left, right);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Vectors of fewer dimensions come first. */
function compareVectors(a: Value[], b: Value[]): number {
  return a.length - b.length || compareArrays(a, b);
}

/** Maps compare entry by entry in the order of their keys: first the keys, then the values. */
function compareMaps(a: Fields, b: Fields): number {
  const left = Object.entries(a).sort(([x], [y]) => compareUtf8(x, y));
  const right = Object.entries(b).sort(([x], [y]) => compareUtf8(x, y));

  for (const [index, [key, value]] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const order = compareUtf8(key, other[0]) || compareValues(value, other[1]);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
