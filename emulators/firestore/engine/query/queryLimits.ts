import { FirestoreError } from '../../types.ts';
import { elementsOf } from '../valueOrder.ts';
import { leavesOf, type FieldOperator, type QueryFilter } from './queryFilter.ts';

/** https://firebase.google.com/docs/firestore/query-data/queries#limitations and #limits_on_or_queries. */
const MAX_DISJUNCTIONS = 30;
const MAX_NOT_IN = 10;

/** @throws FirestoreError INVALID_ARGUMENT for combinations of filters that production refuses. */
export function assertFilterLimits(filter: QueryFilter): void {
  const leaves = leavesOf(filter);
  const uses = (op: FieldOperator): boolean => leaves.some((leaf) => leaf.op === op);
  const notIn = leaves.filter(({ op }) => op === 'NOT_IN');

  if (notIn.length > 1 || (notIn.length === 1 && uses('NOT_EQUAL'))) {
    throw invalid('Only one NOT_IN or NOT_EQUAL filter allowed per query.');
  }
  if (notIn.length === 1 && (uses('IN') || uses('ARRAY_CONTAINS_ANY') || hasOr(filter))) {
    throw invalid("'NOT_IN' cannot be used in the same query with 'IN', 'ARRAY_CONTAINS_ANY' or 'OR'.");
  }
  if (notIn.some(({ operand }) => elementsOf(operand).length > MAX_NOT_IN)) {
    throw invalid(`'NOT_IN' supports up to ${MAX_NOT_IN} comparison values.`);
  }
  if (countDisjunctions(filter) > MAX_DISJUNCTIONS) {
    throw invalid(`A query may have at most ${MAX_DISJUNCTIONS} disjunctions.`);
  }
  if (maxArrayFilters(filter) > 1) {
    throw invalid('Only a single array-contains clause is allowed in a query (or in each part of an OR).');
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
