import { FirestoreError } from '../../types.ts';
import { elementsOf } from '../valueOrder.ts';
import { inequalityFields, leavesOf, type FieldOperator, type QueryFilter } from './queryFilter.ts';

/** https://firebase.google.com/docs/firestore/query-data/queries#limitations and #limits_on_or_queries. */
const MAX_DISJUNCTIONS = 30;
const MAX_NOT_IN = 10;
const MAX_INEQUALITY_FIELDS = 10;

/** Of these a query has one (google.firestore.v1.StructuredQuery: "No other NOT_EQUAL, NOT_IN, IS_NOT_NULL…"). */
const NEGATIONS: readonly FieldOperator[] = ['NOT_EQUAL', 'NOT_IN', 'IS_NOT_NAN', 'IS_NOT_NULL'];

/** @throws FirestoreError INVALID_ARGUMENT, in production's words, for combinations of filters that it refuses. */
export function assertFilterLimits(filter: QueryFilter): void {
  const leaves = leavesOf(filter);
  const uses = (...ops: FieldOperator[]): boolean => leaves.some(({ op }) => ops.includes(op));

  if (leaves.filter(({ op }) => NEGATIONS.includes(op)).length > 1) {
    throw invalid(
      "Only a single 'NOT_EQUAL', 'NOT_IN', 'IS_NOT_NAN', or 'IS_NOT_NULL' filter allowed per query.",
    );
  }
  if (uses('NOT_IN') && (uses('IN', 'ARRAY_CONTAINS_ANY') || hasOr(filter))) {
    throw invalid("'NOT_IN' cannot be used in the same query with 'IN', 'ARRAY_CONTAINS_ANY' or 'OR'.");
  }
  leaves.forEach(assertValueCount);
  assertDisjunctions(filter);
  assertInequalities(filter);
}

function assertValueCount({ op, operand }: ReturnType<typeof leavesOf>[number]): void {
  const max = op === 'NOT_IN' ? MAX_NOT_IN : MAX_DISJUNCTIONS;
  const isListed = op === 'NOT_IN' || op === 'IN' || op === 'ARRAY_CONTAINS_ANY';
  if (isListed && elementsOf(operand).length > max) {
    throw invalid(`'${op}' supports up to ${max} comparison values.`);
  }
}

function assertDisjunctions(filter: QueryFilter): void {
  const count = countDisjunctions(filter);
  if (count > MAX_DISJUNCTIONS) {
    throw invalid(
      `Too many disjunctions after normalization. Result had ${count} disjunctions which is more than the maximum of ${MAX_DISJUNCTIONS}`,
    );
  }
  if (maxArrayFilters(filter) > 1) {
    throw invalid("A maximum of 1 'ARRAY_CONTAINS' filter is allowed per disjunction.");
  }
}

function assertInequalities(filter: QueryFilter): void {
  const compared = inequalityFields(filter);
  const names = [...new Set(compared.map(({ text }) => text))];
  if (names.length > MAX_INEQUALITY_FIELDS) {
    throw invalid(
      `The query contains ${names.length} distinct inequality fields: [${names.join(', ')}]. A query may not have more than ${MAX_INEQUALITY_FIELDS} distinct inequality fields.`,
    );
  }
  const isKeyed = leavesOf(filter).some(({ field, op }) => field.isName && (op === 'EQUAL' || op === 'IN'));
  if (isKeyed && compared.length > 0 && !compared.some(({ isName }) => isName)) {
    throw invalid(
      'Equality on key is not allowed if there are other inequality fields and key does not appear in inequalities.',
    );
  }
}

function invalid(message: string): FirestoreError {
  return new FirestoreError('INVALID_ARGUMENT', message);
}

function hasOr(filter: QueryFilter): boolean {
  return filter.kind === 'or' || (filter.kind === 'and' && filter.filters.some(hasOr));
}

/** How many ANDs the filter becomes when its ORs and lists are multiplied out. */
function countDisjunctions(filter: QueryFilter): number {
  switch (filter.kind) {
    case 'and':
      return filter.filters.reduce((product, part) => product * countDisjunctions(part), 1);
    case 'or':
      return filter.filters.reduce((sum, part) => sum + countDisjunctions(part), 0);
    case 'field':
      return filter.op === 'IN' || filter.op === 'ARRAY_CONTAINS_ANY' ? elementsOf(filter.operand).length : 1;
  }
}

/** The most array-contains(-any) filters that meet in one AND. */
function maxArrayFilters(filter: QueryFilter): number {
  switch (filter.kind) {
    case 'and':
      return filter.filters.reduce((sum, part) => sum + maxArrayFilters(part), 0);
    case 'or':
      return Math.max(...filter.filters.map(maxArrayFilters));
    case 'field':
      return filter.op === 'ARRAY_CONTAINS' || filter.op === 'ARRAY_CONTAINS_ANY' ? 1 : 0;
  }
}
