import { FirestoreError, type Fields, type Value } from '../../types.ts';
import { isBelowDocument, type QueryScope } from '../queryScope.ts';
import { isNumber, toDouble } from '../numbers.ts';
import type { StoredDocument } from '../storedDocument.ts';
import { parseQueryField } from './queryField.ts';
import type { Aggregation } from './structuredQuery.ts';

/** google.firestore.v1.StructuredAggregationQuery takes one to five aggregations. */
const MAX_AGGREGATIONS = 5;

/**
 * The aggregations over a query's results, by alias.
 * @throws FirestoreError INVALID_ARGUMENT for an aggregation that is malformed or unknown.
 */
export function aggregate(
  aggregations: readonly Aggregation[],
  documents: readonly StoredDocument[],
): Fields {
  if (aggregations.length === 0) throw invalid('An aggregation query needs an aggregation.');
  if (aggregations.length > MAX_AGGREGATIONS) {
    throw invalid(
      `The maximum number of aggregations allowed in an aggregation query is ${MAX_AGGREGATIONS}. Received: ${aggregations.length}.`,
    );
  }
  const counted = withAllFields(aggregations, documents);
  const results = aggregations.map(
    (aggregation, index) =>
      [aggregation.alias ?? `field_${index + 1}`, aggregateOne(aggregation, counted)] as const,
  );
  if (new Set(results.map(([alias]) => alias)).size < results.length) {
    throw invalid('Aggregations need aliases that differ.');
  }
  return Object.fromEntries(results);
}

/** @throws FirestoreError INVALID_ARGUMENT for fields of all that lies below a document: no index of production has them. */
export function assertAggregatable(aggregations: readonly Aggregation[], scope: QueryScope): void {
  const fields = fieldsOf(aggregations);
  if (fields.length > 0 && isBelowDocument(scope)) {
    throw invalid(
      `This query requires an index with fields [${fields.join(', ')}] after __name__ and Firestore does not currently support such an index. Please try the query again with additional ordering on those fields.`,
    );
  }
}

function fieldsOf(aggregations: readonly Aggregation[]): string[] {
  return aggregations.flatMap(({ sum, avg }) => (sum ?? avg)?.field?.fieldPath ?? []);
}

/** Aggregations share one index, in which a document is that has every field that any of them names, of any type. */
function withAllFields(
  aggregations: readonly Aggregation[],
  documents: readonly StoredDocument[],
): readonly StoredDocument[] {
  const fields = fieldsOf(aggregations).map(parseQueryField);
  return documents.filter((document) => fields.every((field) => field.valueIn(document) !== undefined));
}

function invalid(message: string): FirestoreError {
  return new FirestoreError('INVALID_ARGUMENT', message);
}

function aggregateOne(aggregation: Aggregation, documents: readonly StoredDocument[]): Value {
  if (aggregation.count) return count(documents, aggregation.count.upTo);
  if (aggregation.sum) return sum(numbersIn(documents, aggregation.sum.field?.fieldPath));
  if (aggregation.avg) return average(numbersIn(documents, aggregation.avg.field?.fieldPath));
  throw invalid('An aggregation must be a count, a sum or an average.');
}

/** A bound of 0 comes as a message without a value. */
function count(documents: readonly StoredDocument[], upTo: { value?: string | number } | undefined): Value {
  const bound = upTo === undefined ? Infinity : Number(upTo.value ?? 0);
  if (bound <= 0) throw invalid('up_to must be greater than zero.');
  return { integerValue: String(Math.min(documents.length, bound)) };
}

/** Values that are not numbers are left out. */
function numbersIn(documents: readonly StoredDocument[], fieldPath: string | undefined): Value[] {
  const field = parseQueryField(fieldPath);
  return documents.map((document) => field.valueIn(document)).filter(isNumber);
}

/** An integer unless a double takes part or 64 bits overflow, as google.firestore.v1 defines Sum. */
function sum(numbers: Value[]): Value {
  if (numbers.some(({ doubleValue }) => doubleValue !== undefined))
    return { doubleValue: doubleSum(numbers) };
  const exact = numbers.reduce((total, { integerValue }) => total + BigInt(integerValue ?? 0), 0n);
  return BigInt.asIntN(64, exact) === exact
    ? { integerValue: exact.toString() }
    : { doubleValue: Number(exact) };
}

function doubleSum(numbers: Value[]): number {
  return numbers.reduce((total, number) => total + toDouble(number), 0);
}

function average(numbers: Value[]): Value {
  if (numbers.length === 0) return { nullValue: 'NULL_VALUE' };
  return { doubleValue: doubleSum(numbers) / numbers.length };
}
