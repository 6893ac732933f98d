import { expect, test, vi } from 'vitest';
import type { Fields } from '../../types.ts';
import { DocumentStore } from '../documentStore.ts';
import { planQuery, type QueryPlan } from '../query/queryPlan.ts';
import { runQuery } from '../query/runQuery.ts';
import type { StructuredQuery } from '../query/structuredQuery.ts';
import { fields, reference, stored, value } from '../testing/values.ts';

const MANY = 1_000;

/** People of many ages in one collection; every tenth is an admin. */
function peopleStore(): DocumentStore {
  const store = new DocumentStore();
  for (let n = 0; n < MANY; n += 1) store.put(stored(`people/${n}`, person(n)));
  return store;
}

function person(n: number): Fields {
  return fields({ age: n, role: n % 10 === 0 ? 'Admin' : 'Worker', tags: [`t${n}`, 'all'] });
}

function planOf(query: StructuredQuery, collectionId = 'people'): QueryPlan {
  return planQuery({ from: [{ collectionId }], ...query }, '');
}

/** How many documents a query looks at, once its index is there, and what it finds. */
function run(store: DocumentStore, query: StructuredQuery): { looked: number; found: string[] } {
  const plan = planOf(query);
  runQuery(plan, store);
  const match = vi.fn<QueryPlan['match']>((document) => plan.match(document));
  const found = runQuery({ ...plan, match }, store).map(({ path }) => path.replace('people/', ''));
  return { looked: match.mock.calls.length, found };
}

const where = (fieldPath: string, op: string, operand: Parameters<typeof value>[0]): StructuredQuery => ({
  where: { fieldFilter: { field: { fieldPath }, op, value: value(operand) } },
});
const byAge = (direction: string): StructuredQuery => ({
  orderBy: [{ field: { fieldPath: 'age' }, direction }],
});

test.each<[string, StructuredQuery, string[]]>([
  ['a value', where('age', 'EQUAL', 77), ['77']],
  ['an element of a list', where('tags', 'ARRAY_CONTAINS', 't500'), ['500']],
  ['one of some values', where('age', 'IN', [3, 1, 2_000]), ['1', '3']],
  ['a limit', { ...byAge('DESCENDING'), limit: { value: 2 } }, ['999', '998']],
  ['a range', { ...where('age', 'GREATER_THAN', 997), ...byAge('ASCENDING') }, ['998', '999']],
  ['a range from the end', { ...where('age', 'LESS_THAN', 2), ...byAge('DESCENDING') }, ['1', '0']],
  [
    'a value, an order and a cursor',
    {
      ...where('role', 'EQUAL', 'Admin'),
      ...byAge('ASCENDING'),
      startAt: { values: [value(500)] },
      limit: { value: 2 },
    },
    ['510', '520'],
  ],
  [
    'a name',
    {
      where: { fieldFilter: { field: { fieldPath: '__name__' }, op: 'EQUAL', value: reference('people/5') } },
    },
    ['5'],
  ],
])('a query with %s looks at what it finds, and at hardly more', (_what, query, expected) => {
  const { looked, found } = run(peopleStore(), query);

  expect(found).toEqual(expected);
  expect(looked).toBeLessThanOrEqual(expected.length + 2);
});

test('an index keeps up with what comes, changes and goes', () => {
  const store = peopleStore();
  const old = where('age', 'GREATER_THAN_OR_EQUAL', 998);
  expect(run(store, old).found).toEqual(['998', '999']);

  store.put(stored('people/new', fields({ age: 5_000 })));
  store.put(stored('people/998', person(1)));
  store.remove('people/999');
  store.put(stored('people/ageless', fields({ role: 'Admin' })));
  expect(run(store, old).found).toEqual(['new']);
});

test('a small collection has no index', () => {
  const store = new DocumentStore();
  for (let n = 0; n < 100; n += 1) store.put(stored(`people/${n}`, person(n)));

  expect(run(store, where('age', 'EQUAL', 7))).toEqual({ looked: 100, found: ['7'] });
});

test('an index that nothing uses any more is dropped, and made again when it is needed', () => {
  const store = peopleStore();
  const query = where('age', 'EQUAL', 7);
  runQuery(planOf(query), store);
  for (let n = 0; n <= 20_000; n += 1) store.put(stored('people/busy', fields({ age: n })));

  const inScope = vi.spyOn(store, 'inScope');
  expect(runQuery(planOf(query), store).map(({ path }) => path)).toEqual(['people/7']);
  expect(inScope).toHaveBeenCalledTimes(1);
  runQuery(planOf(query), store);
  expect(inScope).toHaveBeenCalledTimes(1);
});
