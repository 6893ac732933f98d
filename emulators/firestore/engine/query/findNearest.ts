import { FirestoreError, type Value } from '../../types.ts';
import { canonicalValue } from '../canonicalValue.ts';
import { parseFieldPath, withField, type FieldPath } from '../fieldPaths.ts';
import type { StoredDocument } from '../storedDocument.ts';
import { isVector, vectorElementsOf } from '../valueOrder.ts';
import { parseQueryField, type QueryField } from './queryField.ts';
import type { FindNearestMessage } from './structuredQuery.ts';

/** https://firebase.google.com/docs/firestore/vector-search: a search gives back at most 1,000 documents. */
const MAX_LIMIT = 1_000;

/** A nearest-neighbour search, read: what it makes of a query's results. */
export type Nearest = (documents: readonly StoredDocument[]) => StoredDocument[];

interface Measure {
  between(a: readonly number[], b: readonly number[]): number;
  /** -1 where a larger figure means nearer. */
  sign: 1 | -1;
}

/** google.firestore.v1.StructuredQuery.FindNearest.DistanceMeasure. */
const MEASURES: Readonly<Record<string, Measure>> = {
  EUCLIDEAN: { between: euclidean, sign: 1 },
  COSINE: { between: cosine, sign: 1 },
  DOT_PRODUCT: { between: dotProduct, sign: -1 },
};

/**
 * Reads a search. It looks at every result of the query (no index, so no approximation): documents without the field, or
 * with a vector of other dimensions, are left out; the nearest come first, and of equals the first by name.
 * @throws FirestoreError INVALID_ARGUMENT when it is malformed
 */
export function parseNearest(message: FindNearestMessage): Nearest {
  const measure = measureOf(message.distanceMeasure);
  const limit = limitOf(message.limit?.value);
  const wanted = vectorOf(message.queryVector);
  const threshold = message.distanceThreshold && (message.distanceThreshold.value ?? 0);
  const field = parseQueryField(message.vectorField?.fieldPath);
  const resultField = resultFieldOf(message.distanceResultField);
  const isNear = (distance: number): boolean =>
    threshold === undefined || (threshold - distance) * measure.sign >= 0;

  return (documents) =>
    documents
      .flatMap((document) => {
        const vector = vectorIn(document, field, wanted.length);
        return vector ? [{ document, distance: measure.between(vector, wanted) }] : [];
      })
      .filter(({ distance }) => isNear(distance))
      .sort((a, b) => (a.distance - b.distance) * measure.sign)
      .slice(0, limit)
      .map(({ document, distance }) =>
        resultField ? withDistance(document, resultField, distance) : document,
      );
}

function measureOf(name: string | undefined): Measure {
  const measure = name !== undefined && Object.hasOwn(MEASURES, name) ? MEASURES[name] : undefined;
  if (!measure) throw invalid('Unknown Distance Measure.');
  return measure;
}

function limitOf(limit = 0): number {
  if (limit < 1 || limit > MAX_LIMIT) {
    throw invalid(`FindNearest.limit must be a positive integer of no more than ${MAX_LIMIT}`);
  }
  return limit;
}

function vectorOf(value: Value | undefined): number[] {
  if (!value || !isVector(value)) throw invalid('FindNearest.query_vector must be a vector.');
  return numbersOf(canonicalValue(value));
}

function resultFieldOf(name = ''): FieldPath | undefined {
  if (name === '') return undefined;
  if (name === '__name__') throw invalid('The distanceResultField.property.name "__name__" is reserved.');
  return parseFieldPath(name);
}

function vectorIn(document: StoredDocument, field: QueryField, dimensions: number): number[] | undefined {
  const value = field.valueIn(document);
  const numbers = value && isVector(value) ? numbersOf(value) : undefined;
  return numbers?.length === dimensions ? numbers : undefined;
}

function numbersOf(vector: Value): number[] {
  return vectorElementsOf(vector).map(({ doubleValue = 0 }) => doubleValue);
}

function withDistance(document: StoredDocument, path: FieldPath, distance: number): StoredDocument {
  return { ...document, fields: withField(document.fields, path, { doubleValue: distance }) };
}

function dotProduct(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, number, index) => sum + number * (b[index] ?? 0), 0);
}

function euclidean(a: readonly number[], b: readonly number[]): number {
  return Math.sqrt(a.reduce((sum, number, index) => sum + (number - (b[index] ?? 0)) ** 2, 0));
}

/** 0 for the same direction, 1 for a right angle, 2 for the opposite one. */
function cosine(a: readonly number[], b: readonly number[]): number {
  const lengths = Math.sqrt(dotProduct(a, a) * dotProduct(b, b));
  if (lengths === 0) throw invalid('A vector of zeros has no direction: its cosine distance cannot be told.');
  return 1 - dotProduct(a, b) / lengths;
}

function invalid(message: string): FirestoreError {
  return new FirestoreError('INVALID_ARGUMENT', message);
}
