import { expect, test } from 'vitest';
import { value } from '../testing/values.ts';
import { parseFilter } from './queryFilter.ts';
import { assertFilterLimits } from './queryLimits.ts';
import type { Filter } from './structuredQuery.ts';

function leaf(op: string, size = 1): Filter {
  const operand = ['IN', 'NOT_IN', 'ARRAY_CONTAINS_ANY'].includes(op)
    ? Array.from({ length: size }, (_, n) => n)
    : 1;
  return { fieldFilter: { field: { fieldPath: 'x' }, op, value: value(operand) } };
}

function and(...filters: Filter[]): Filter {
  return { compositeFilter: { op: 'AND', filters } };
}

function or(...filters: Filter[]): Filter {
  return { compositeFilter: { op: 'OR', filters } };
}

test.each<[string, Filter]>([
  ['30 values of IN', leaf('IN', 30)],
  ['10 values of NOT_IN', leaf('NOT_IN', 10)],
  ['30 disjunctions', and(leaf('IN', 5), leaf('IN', 6))],
  ['an array-contains in each part of an OR', or(leaf('ARRAY_CONTAINS'), leaf('ARRAY_CONTAINS_ANY', 5))],
  ['several inequalities', and(leaf('NOT_EQUAL'), leaf('LESS_THAN'), leaf('GREATER_THAN'))],
])('%s are allowed', (_what, filter) => {
  expect(() => assertFilterLimits(parseFilter(filter))).not.toThrow();
});

test.each<[string, Filter]>([
  ['31 values of IN', leaf('IN', 31)],
  ['11 values of NOT_IN', leaf('NOT_IN', 11)],
  ['36 disjunctions', and(leaf('IN', 6), or(leaf('IN', 5), leaf('EQUAL')))],
  ['two NOT_IN', and(leaf('NOT_IN'), leaf('NOT_IN'))],
  ['two NOT_EQUAL', and(leaf('NOT_EQUAL'), leaf('NOT_EQUAL'))],
  ['NOT_IN with NOT_EQUAL', and(leaf('NOT_IN'), leaf('NOT_EQUAL'))],
  ['NOT_IN with IN', and(leaf('NOT_IN'), leaf('IN'))],
  ['NOT_IN with OR', and(leaf('NOT_IN'), or(leaf('EQUAL'), leaf('EQUAL')))],
  ['two array-contains', and(leaf('ARRAY_CONTAINS'), leaf('ARRAY_CONTAINS'))],
  [
    'two array-contains in a part of an OR',
    and(leaf('ARRAY_CONTAINS'), or(leaf('EQUAL'), leaf('ARRAY_CONTAINS_ANY'))),
  ],
])('%s are refused', (_what, filter) => {
  expect(() => assertFilterLimits(parseFilter(filter))).toThrow(
    expect.objectContaining({ status: 'INVALID_ARGUMENT' }),
  );
});
