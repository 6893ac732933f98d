import { describe, expect, test } from 'vitest';
import type { Fields, Value } from '../../types.ts';
import { DocumentStore } from '../documentStore.ts';
import { double, fields, reference, stored, value, type Plain } from '../testing/values.ts';
import { planQuery } from './queryPlan.ts';
import { runQuery } from './runQuery.ts';
import type { Filter, StructuredQuery } from './structuredQuery.ts';

function storeOf(contents: Record<string, Fields>): DocumentStore {
  const store = new DocumentStore();
  for (const [path, content] of Object.entries(contents)) store.put(stored(path, content));
  return store;
}

/** The ids of what a query returns, in order. */
function run(store: DocumentStore, query: StructuredQuery, parent = ''): string[] {
  const results = runQuery(planQuery({ from: [{ collectionId: 'c' }], ...query }, parent), store);
  return results.map(({ path }) => path.replace(/^c\//, ''));
}

function where(fieldPath: string, op: string, operand: Value | Plain): { where: Filter } {
  const isWire =
    typeof operand === 'object' &&
    operand !== null &&
    ('doubleValue' in operand || 'referenceValue' in operand);
  return {
    where: {
      fieldFilter: { field: { fieldPath }, op, value: isWire ? operand : value(operand as Plain) },
    },
  };
}

function unary(fieldPath: string, op: string): { where: Filter } {
  return { where: { unaryFilter: { field: { fieldPath }, op } } };
}

function combine(op: 'AND' | 'OR', ...filters: { where: Filter }[]): { where: Filter } {
  return { where: { compositeFilter: { op, filters: filters.map((each) => each.where) } } };
}

function orderBy(...names: string[]): Pick<StructuredQuery, 'orderBy'> {
  return {
    orderBy: names.map((name) => ({
      field: { fieldPath: name.replace('-', '') },
      direction: name.startsWith('-') ? 'DESCENDING' : 'ASCENDING',
    })),
  };
}

const MIXED = storeOf({
  'c/null': fields({ x: null }),
  'c/nan': { x: double(NaN) },
  'c/one': fields({ x: 1 }),
  'c/oneDouble': { x: double(1) },
  'c/two': fields({ x: 2 }),
  'c/text': fields({ x: 'a' }),
  'c/list': fields({ x: [1, 'a', null, NaN] }),
  'c/none': fields({ y: 1 }),
});

describe('filters', () => {
  test.each<[string, Plain, string[]]>([
    ['EQUAL', 1, ['one', 'oneDouble']],
    ['EQUAL', null, ['null']],
    ['GREATER_THAN', 1, ['two']],
    ['GREATER_THAN_OR_EQUAL', 1, ['one', 'oneDouble', 'two']],
    ['LESS_THAN', 2, ['one', 'oneDouble']],
    ['LESS_THAN_OR_EQUAL', 1, ['one', 'oneDouble']],
    ['LESS_THAN', NaN, []],
    ['LESS_THAN_OR_EQUAL', NaN, []],
    ['GREATER_THAN', NaN, []],
    ['LESS_THAN', 'b', ['text']],
    ['NOT_EQUAL', 1, ['nan', 'two', 'text', 'list']],
    ['IN', [2, 'a'], ['text', 'two']],
    ['IN', [null], []],
    ['IN', [NaN], []],
    ['IN', [2, null, NaN], ['two']],
    ['NOT_IN', [1, 'a'], ['nan', 'two', 'list']],
    ['NOT_IN', [1, null], []],
    ['NOT_IN', [1, NaN], ['two', 'text', 'list']],
    ['ARRAY_CONTAINS', 1, ['list']],
    ['ARRAY_CONTAINS', 2, []],
    ['ARRAY_CONTAINS', null, []],
    ['ARRAY_CONTAINS_ANY', [2, 'a'], ['list']],
    ['ARRAY_CONTAINS_ANY', [null], []],
    ['ARRAY_CONTAINS_ANY', [NaN, 1], ['list']],
  ])('x %s %j', (op, operand, expected) => {
    expect(run(MIXED, where('x', op, operand))).toEqual(expected);
  });

  test.each([
    ['IS_NULL', ['null']],
    ['IS_NOT_NULL', ['nan', 'one', 'oneDouble', 'two', 'text', 'list']],
    ['IS_NAN', ['nan']],
    ['IS_NOT_NAN', ['one', 'oneDouble', 'two', 'text', 'list']],
  ])('x %s', (op, expected) => {
    expect(run(MIXED, unary('x', op))).toEqual(expected);
  });

  test('AND wants all, OR wants some', () => {
    const small = where('x', 'LESS_THAN_OR_EQUAL', 1);
    const number = where('x', 'GREATER_THAN', double(-Infinity));

    expect(run(MIXED, combine('AND', small, number))).toEqual(['one', 'oneDouble']);
    expect(run(MIXED, combine('OR', where('x', 'EQUAL', 'a'), where('y', 'EQUAL', 1)))).toEqual([
      'none',
      'text',
    ]);
  });

  test('names are compared as references', () => {
    const from = {
      fieldFilter: { field: { fieldPath: '__name__' }, op: 'GREATER_THAN', value: reference('c/one') },
    };
    const among = {
      fieldFilter: {
        field: { fieldPath: '__name__' },
        op: 'IN',
        value: { arrayValue: { values: [reference('c/two'), reference('c/nan')] } },
      },
    };

    expect(run(MIXED, { where: from })).toEqual(['oneDouble', 'text', 'two']);
    expect(run(MIXED, { where: among })).toEqual(['nan', 'two']);
  });
});

const PEOPLE = storeOf({
  'c/a': fields({ age: 30, name: 'Ada' }),
  'c/b': fields({ age: 20, name: 'Bob' }),
  'c/c': fields({ age: 30, name: 'Cy' }),
  'c/d': fields({ name: 'Di' }),
  'c/e': fields({ age: 40 }),
});

describe('order', () => {
  test('documents without the field are left out, and ties go by name in the same direction', () => {
    expect(run(PEOPLE, orderBy('age'))).toEqual(['b', 'a', 'c', 'e']);
    expect(run(PEOPLE, orderBy('-age'))).toEqual(['e', 'c', 'a', 'b']);
    expect(run(PEOPLE, orderBy('age', '-name'))).toEqual(['b', 'c', 'a']);
    expect(run(PEOPLE, {})).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(run(PEOPLE, orderBy('-__name__'))).toEqual(['e', 'd', 'c', 'b', 'a']);
  });

  test('fields compared by inequality order the results, after those that are named', () => {
    expect(run(PEOPLE, where('age', 'GREATER_THAN', 20))).toEqual(['a', 'c', 'e']);
    expect(run(PEOPLE, { ...where('name', 'GREATER_THAN', 'A'), ...orderBy('-age') })).toEqual([
      'c',
      'a',
      'b',
    ]);
  });

  test('a limit picks the first, an offset skips', () => {
    expect(run(PEOPLE, { ...orderBy('-age'), limit: { value: 2 } })).toEqual(['e', 'c']);
    expect(run(PEOPLE, { ...orderBy('age'), offset: 1, limit: { value: 2 } })).toEqual(['a', 'c']);
    expect(run(PEOPLE, { offset: 4 })).toEqual(['e']);
    expect(run(PEOPLE, { limit: {} })).toEqual([]);
  });

  test('picking the first of many gives what sorting them all gives', () => {
    const numbers = Array.from({ length: 2_000 }, (_, n) => (n * 7919) % 2_003);
    const store = storeOf(Object.fromEntries(numbers.map((n) => [`c/${n}`, fields({ n })])));
    const sorted = run(store, orderBy('n'));

    expect(sorted).toEqual(numbers.sort((a, b) => a - b).map(String));
    expect(run(store, { ...orderBy('n'), offset: 10, limit: { value: 50 } })).toEqual(sorted.slice(10, 60));
    expect(run(store, { ...orderBy('-n'), limit: { value: 50 } })).toEqual(sorted.reverse().slice(0, 50));
  });
});

describe('cursors', () => {
  const at = (before: boolean, ...values: Value[]): { values: Value[]; before: boolean } => ({
    values,
    before,
  });

  test('start at or after, end at or before', () => {
    const order = orderBy('age');

    expect(run(PEOPLE, { ...order, startAt: at(true, value(30)) })).toEqual(['a', 'c', 'e']);
    expect(run(PEOPLE, { ...order, startAt: at(false, value(30)) })).toEqual(['e']);
    expect(run(PEOPLE, { ...order, endAt: at(false, value(30)) })).toEqual(['b', 'a', 'c']);
    expect(run(PEOPLE, { ...order, endAt: at(true, value(30)) })).toEqual(['b']);
  });

  test('a cursor follows the direction, and may name the document', () => {
    const order = orderBy('-age', '-__name__');

    expect(run(PEOPLE, { ...order, startAt: at(false, value(30), reference('c/c')) })).toEqual(['a', 'b']);
    expect(run(PEOPLE, { ...order, endAt: at(false, value(30), reference('c/c')) })).toEqual(['e', 'c']);
  });

  test.each<[string, StructuredQuery]>([
    ['has more values than the order', { startAt: at(true, reference('c/a'), value(1)) }],
    [
      'names a document by a string',
      { ...orderBy('age', '__name__'), startAt: at(true, value(1), value('a')) },
    ],
  ])('a cursor that %s is refused', (_what, query) => {
    expect(() => run(PEOPLE, query)).toThrow(expect.objectContaining({ status: 'INVALID_ARGUMENT' }));
  });
});

describe('scope', () => {
  const nested = storeOf({ 'c/root': {}, 't/x/c/one': {}, 't/y/c/two': {}, 't/y/d/three': {} });

  test('a collection group has the collections of its name, below the root or a document', () => {
    const group = { from: [{ collectionId: 'c', allDescendants: true }] };

    expect(run(nested, group)).toEqual(['root', 't/x/c/one', 't/y/c/two']);
    expect(run(nested, group, 't/y')).toEqual(['t/y/c/two']);
  });

  test('all that lies below a document can be asked for', () => {
    expect(run(nested, { from: [{ allDescendants: true }] }, 't/y')).toEqual(['t/y/c/two', 't/y/d/three']);
    expect(run(nested, {}, 't/x')).toEqual(['t/x/c/one']);
  });

  test.each([[{ from: [] }], [{ from: [{}] }], [{ from: [{ collectionId: '' }] }]])(
    'without the id of a collection (%j) it is all below the parent, by name alone',
    (query: StructuredQuery) => {
      expect(run(nested, query, 't/y')).toEqual(['t/y/c/two', 't/y/d/three']);
      expect(run(nested, { ...query, ...orderBy('__name__') }, 't/y')).toHaveLength(2);
      for (const more of [where('x', 'EQUAL', 1), orderBy('x'), orderBy('-__name__')]) {
        expect(() => run(nested, { ...query, ...more })).toThrow('kind is required for');
      }
    },
  );

  test.each([
    ['all', { from: [{ allDescendants: true }] }, 'kind is required for all orders except __key__ ascending'],
    ['those of one name', { from: [{ collectionId: 'c', allDescendants: true }] }, 'requires an index'],
  ])('%s below a document are known by their names alone, in ascending order', (_what, query, words) => {
    const at = (path: string): StructuredQuery => ({ startAt: { values: [reference(path)], before: true } });

    expect(run(nested, { ...query, ...orderBy('__name__'), ...at('t/y/c/two') }, 't/y')[0]).toBe('t/y/c/two');
    expect(run(nested, { ...query, ...where('__name__', 'EQUAL', reference('t/y/c/two')) }, 't/y')).toEqual([
      't/y/c/two',
    ]);
    expect(() => run(nested, { ...query, ...orderBy('-__name__') }, 't/y')).toThrow(words);
    for (const more of [where('x', 'EQUAL', 1), orderBy('x')]) {
      expect(() => run(nested, { ...query, ...more }, 't/y')).toThrow(
        'collection group queries are only allowed at the root parent',
      );
    }
  });
});

test.each<[string, StructuredQuery]>([
  [
    'Equality on key is not allowed if there are other inequality fields',
    combine('AND', where('x', 'NOT_EQUAL', 42), where('__name__', 'EQUAL', reference('c/one'))),
  ],
  [
    'order by clause cannot contain more fields after the key',
    { ...where('x', 'NOT_EQUAL', 42), ...orderBy('__name__') },
  ],
  ['order by clause cannot contain more fields after the key', orderBy('__name__', 'x')],
  ['order by clause cannot contain duplicate fields x', orderBy('x', 'y', 'x')],
  ['Cursor has too many values.', { ...orderBy('x'), startAt: { values: [value(1), reference('c/one')] } }],
  ['Cursor has too many values.', { endAt: { values: [reference('c/one')] } }],
  [
    "A maximum of 1 'ARRAY_CONTAINS' filter is allowed per disjunction.",
    combine('AND', where('x', 'ARRAY_CONTAINS', 1), where('y', 'ARRAY_CONTAINS_ANY', [1])),
  ],
  [
    'The query contains 11 distinct inequality fields',
    combine('AND', ...Array.from({ length: 11 }, (_, n) => where(`f${n}`, 'GREATER_THAN', n))),
  ],
])('production says: %s', (words, query) => {
  expect(() => run(MIXED, query)).toThrow(words);
});

test.each<[string, StructuredQuery, string]>([
  ['two collections', { from: [{ collectionId: 'a' }, { collectionId: 'b' }] }, 'INVALID_ARGUMENT'],
  ['a path for a collection', { from: [{ collectionId: 'a/b/c' }] }, 'INVALID_ARGUMENT'],
  ['an unknown operator', where('x', 'LIKE', 1), 'INVALID_ARGUMENT'],
  ['an operator named like a method of objects', where('x', 'constructor', 1), 'INVALID_ARGUMENT'],
  ['an unknown composite', { where: { compositeFilter: { op: 'XOR', filters: [] } } }, 'INVALID_ARGUMENT'],
  ['an empty filter', { where: {} }, 'INVALID_ARGUMENT'],
  ['a unary operator with a value', where('x', 'IS_NULL', 1), 'INVALID_ARGUMENT'],
  ['an operator without a value', unary('x', 'EQUAL'), 'INVALID_ARGUMENT'],
  ['an empty list', where('x', 'IN', []), 'INVALID_ARGUMENT'],
  ['a name that is a string', where('__name__', 'EQUAL', 'a'), 'INVALID_ARGUMENT'],
  ['a negative limit', { limit: { value: -1 } }, 'INVALID_ARGUMENT'],
  ['a negative offset', { offset: -1 }, 'INVALID_ARGUMENT'],
  ['a nearest-neighbour search of nothing', { findNearest: {} }, 'INVALID_ARGUMENT'],
])('a query with %s is refused', (_what, query, status) => {
  expect(() => run(MIXED, query)).toThrow(expect.objectContaining({ status }));
});

test('a projection names its fields; the name alone returns none', () => {
  const projectionOf = (...names: string[]): unknown =>
    planQuery(
      { from: [{ collectionId: 'c' }], select: { fields: names.map((fieldPath) => ({ fieldPath })) } },
      '',
    ).projection;

  expect(projectionOf('a.b', '__name__')).toEqual([['a', 'b']]);
  expect(projectionOf('__name__')).toEqual([]);
  expect(projectionOf()).toBeUndefined();
});
