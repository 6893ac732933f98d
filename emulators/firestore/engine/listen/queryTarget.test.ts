import { beforeEach, expect, test } from 'vitest';
import { DocumentStore } from '../documentStore.ts';
import { planQuery } from '../query/queryPlan.ts';
import type { StructuredQuery } from '../query/structuredQuery.ts';
import { fields, PREFIX, stored } from '../testing/values.ts';
import { createQueryTarget } from './queryTarget.ts';
import type { TargetEvent, WatchedTarget } from './watchedTarget.ts';

let store: DocumentStore;

beforeEach(() => {
  store = new DocumentStore();
  for (const [id, n] of [
    ['a', 1],
    ['b', 2],
    ['c', 3],
    ['d', 4],
  ] as const)
    put(id, n);
});

function put(id: string, n: number | string): void {
  store.put(stored(`c/${id}`, fields({ n })));
}

function target(query: StructuredQuery): WatchedTarget {
  return createQueryTarget(planQuery({ from: [{ collectionId: 'c' }], ...query }, ''));
}

const AT_MOST_TWO: StructuredQuery = {
  where: {
    fieldFilter: { field: { fieldPath: 'n' }, op: 'LESS_THAN_OR_EQUAL', value: { integerValue: '2' } },
  },
};
const FIRST_TWO: StructuredQuery = { orderBy: [{ field: { fieldPath: 'n' } }], limit: { value: 2 } };

function told(events: TargetEvent[] | undefined): string[] | undefined {
  return events?.map((event) =>
    event.kind === 'changed'
      ? `changed ${event.document.name.slice(PREFIX.length + 1)}`
      : `${event.kind} ${event.path}`,
  );
}

/** Tells the target of the documents as they stand now. */
function update(watched: WatchedTarget, ...ids: string[]): string[] | undefined {
  const changed = new Map(ids.map((id) => [`c/${id}`, store.get(`c/${id}`)] as const));
  return told(watched.update(changed, store));
}

test('a target starts with its results', () => {
  expect(told(target(AT_MOST_TWO).start(store))).toEqual(['changed c/a', 'changed c/b']);
});

test('documents come, change, leave and are deleted', () => {
  const watched = target(AT_MOST_TWO);
  watched.start(store);
  put('c', 0);
  put('a', 2);
  put('b', 9);
  expect(update(watched, 'c', 'a', 'b')).toEqual(['changed c/c', 'changed c/a', 'left c/b']);

  store.remove('c/a');
  expect(update(watched, 'a')).toEqual(['deleted c/a']);
});

test('what does not concern the query is not told', () => {
  const watched = target(AT_MOST_TWO);
  watched.start(store);
  put('d', 5);
  store.put(stored('other/x', fields({ n: 1 })));
  const changed = new Map([['other/x', store.get('other/x')]]);

  expect(update(watched, 'd')).toEqual([]);
  expect(told(watched.update(changed, store))).toEqual([]);
});

test('a query with a limit is filled up, and pushes out', () => {
  const watched = target(FIRST_TWO);
  watched.start(store);
  store.remove('c/a');
  expect(update(watched, 'a')).toEqual(['deleted c/a', 'changed c/c']);

  put('e', 0);
  expect(update(watched, 'e')).toEqual(['left c/c', 'changed c/e']);

  put('d', 'beyond the limit');
  expect(update(watched, 'd')).toEqual([]);
});

test('a query with an offset moves up, too', () => {
  const watched = target({ offset: 2 });
  expect(told(watched.start(store))).toEqual(['changed c/c', 'changed c/d']);

  put('0', 0);
  expect(update(watched, '0')).toEqual(['changed c/b']);
});

test('a listener that comes back is told what changed, including what it may have shown', () => {
  const watched = target(AT_MOST_TWO);
  put('a', 0);
  put('b', 7);
  store.remove('c/d');

  expect(told(watched.resume(new Set(['c/a', 'c/b', 'c/d', 'other/x']), store))).toEqual([
    'left c/b',
    'deleted c/d',
    'changed c/a',
  ]);
  store.remove('c/a');
  expect(update(watched, 'a')).toEqual(['deleted c/a']);
});

test('a query with a limit cannot be taken up from changes alone', () => {
  expect(target(FIRST_TWO).resume(new Set(['c/a']), store)).toBeUndefined();
});
