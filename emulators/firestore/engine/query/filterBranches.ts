import { elementsOf } from '../valueOrder.ts';
import type { FieldOperator, QueryFilter } from './queryFilter.ts';

/** One comparison of a filter. */
export type Leaf = Extract<QueryFilter, { kind: 'field' }>;

/** Operators with a list, and what each of its elements asks. */
const LISTED: Partial<Record<FieldOperator, FieldOperator>> = {
  IN: 'EQUAL',
  ARRAY_CONTAINS_ANY: 'ARRAY_CONTAINS',
};

/** The ANDs that a filter's ORs multiply out to; no filter is one AND of nothing. */
export function branchesOf(filter: QueryFilter | undefined): Leaf[][] {
  if (!filter) return [[]];
  switch (filter.kind) {
    case 'field':
      return [[filter]];
    case 'or':
      return filter.filters.flatMap(branchesOf);
    case 'and':
      return filter.filters.map(branchesOf).reduce(crossed);
  }
}

/** The same ANDs with their lists multiplied out too: `in` becomes an equality for each of its values. */
export function plainBranchesOf(filter: QueryFilter | undefined): Leaf[][] {
  return branchesOf(filter).flatMap((branch) => branch.map(plainLeaves).reduce(crossed, [[]]));
}

function plainLeaves(leaf: Leaf): Leaf[][] {
  const op = LISTED[leaf.op];
  return op === undefined ? [[leaf]] : elementsOf(leaf.operand).map((operand) => [{ ...leaf, op, operand }]);
}

function crossed(left: Leaf[][], right: Leaf[][]): Leaf[][] {
  return left.flatMap((a) => right.map((b) => [...a, ...b]));
}
