import { branchesOf, type Leaf } from './filterBranches.ts';
import type { OrderKey } from './queryOrder.ts';
import type { FieldOperator } from './queryFilter.ts';
import type { QueryPlan } from './queryPlan.ts';

/** An index as production's plans describe it. */
export interface UsedIndex {
  /** Such as `(city ASC, age DESC, __name__ DESC)`. */
  properties: string;
  queryScope: 'Collection' | 'Collection group';
}

const EQUALITIES: readonly FieldOperator[] = ['EQUAL', 'IN', 'IS_NULL', 'IS_NAN'];
const ARRAY_OPERATORS: readonly FieldOperator[] = ['ARRAY_CONTAINS', 'ARRAY_CONTAINS_ANY'];

/** The indexes that production would answer a query from: one for each AND that its ORs are made of. */
export function usedIndexes({ filter, order, scope }: QueryPlan): UsedIndex[] {
  const queryScope = scope.allDescendants ? 'Collection group' : 'Collection';
  const all = branchesOf(filter).map((leaves) => propertiesOf(leaves, order));
  return [...new Set(all)].map((properties) => ({ properties, queryScope }));
}

function propertiesOf(leaves: readonly Leaf[], order: readonly OrderKey[]): string {
  const fixed = leaves.flatMap(({ field, op }) => {
    if (field.isName) return [];
    if (ARRAY_OPERATORS.includes(op)) return [`${field.text} CONTAINS`];
    return EQUALITIES.includes(op) ? [`${field.text} ASC`] : [];
  });
  const sorted = order
    .filter(({ field }) => !fixed.includes(`${field.text} ASC`))
    .map(({ field, sign }) => `${field.text} ${sign > 0 ? 'ASC' : 'DESC'}`);
  return `(${[...new Set(fixed), ...sorted].join(', ')})`;
}
