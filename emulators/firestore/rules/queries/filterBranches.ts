import type { Value } from '../../types.ts';
import type { Constraint, Filter } from './structuredQuery.ts';

/** Firestore itself refuses queries of more than 30 branches; past this many the filter is taken to say nothing. */
const MAX_BRANCHES = 100;

/** Operators with a list that stand for several queries, and what each of those asks. */
const LISTED: Readonly<Record<string, string>> = { IN: 'EQUAL', ARRAY_CONTAINS_ANY: 'ARRAY_CONTAINS' };
const UNARY: Readonly<Record<string, { op: string; value: Value }>> = {
  IS_NULL: { op: 'EQUAL', value: { nullValue: 'NULL_VALUE' } },
  IS_NAN: { op: 'EQUAL', value: { doubleValue: NaN } },
  IS_NOT_NULL: { op: 'NOT_EQUAL', value: { nullValue: 'NULL_VALUE' } },
  IS_NOT_NAN: { op: 'NOT_EQUAL', value: { doubleValue: NaN } },
};

/**
 * A filter as branches, of which every document of the answer fulfils at least one, and then all its constraints:
 * OR, `in` and array-contains-any branch out, AND joins. A rule has to hold for every branch.
 */
export function filterBranches(filter: Filter | undefined): Constraint[][] {
  const branches = branchesOf(filter);
  const usable = branches.length > 0 && branches.length <= MAX_BRANCHES;
  return usable ? branches : [[]];
}

function branchesOf(filter: Filter | undefined): Constraint[][] {
  if (filter?.compositeFilter) {
    const parts = (filter.compositeFilter.filters ?? []).map(branchesOf);
    return filter.compositeFilter.op === 'OR' ? parts.flat() : parts.reduce(crossed, [[]]);
  }
  if (filter?.fieldFilter) return fieldBranches(filter.fieldFilter);
  if (filter?.unaryFilter) {
    const { field, op = '' } = filter.unaryFilter;
    const meaning = UNARY[op];
    return [meaning ? [{ field: field?.fieldPath ?? '', ...meaning }] : []];
  }
  return [[]];
}

function fieldBranches({ field, op = '', value = {} }: NonNullable<Filter['fieldFilter']>): Constraint[][] {
  const name = field?.fieldPath ?? '';
  const values = value.arrayValue?.values ?? [];
  const listed = LISTED[op];
  if (listed !== undefined) return values.map((item) => [{ field: name, op: listed, value: item }]);
  if (op === 'NOT_IN') return [values.map((item) => ({ field: name, op: 'NOT_EQUAL', value: item }))];
  return [[{ field: name, op, value }]];
}

/** Every branch of one side together with every branch of the other. */
function crossed(left: Constraint[][], right: Constraint[][]): Constraint[][] {
  if (left.length * right.length > MAX_BRANCHES) return [[]];
  return left.flatMap((a) => right.map((b) => [...a, ...b]));
}
