import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { QueryScope } from './documentStore.ts';
import { LockTable, type LockOwner } from './lockTable.ts';

const WAIT_MS = 1_000;
let locks: LockTable;
let order: string[];

beforeEach(() => {
  vi.useFakeTimers();
  locks = new LockTable(WAIT_MS);
  order = [];
});

afterEach(() => {
  vi.useRealTimers();
});

/** Asks for locks, and notes when they came or were refused. */
async function acquire(
  name: string,
  owner: LockOwner,
  documents: string[],
  scopes: QueryScope[] = [],
): Promise<void> {
  try {
    await locks.acquire(owner, documents, scopes);
    order.push(name);
  } catch (error) {
    order.push(`${name} ${(error as { status?: string }).status ?? ''}`);
  }
}

/** Lets every promise that can settle do so. */
async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

const [first, second, third] = [{ age: 1 }, { age: 2 }, { age: 3 }];
const members: QueryScope = { parent: 't/acme', collectionId: 'm', allDescendants: false };

test('one owner at a time has a document, in the order of their age', async () => {
  void acquire('first', first, ['a/b']);
  void acquire('third', third, ['a/b']);
  void acquire('second', second, ['a/b']);
  await settle();
  expect(order).toEqual(['first']);

  locks.release(first);
  await settle();
  expect(order).toEqual(['first', 'second']);

  locks.release(second);
  await settle();
  expect(order).toEqual(['first', 'second', 'third']);
});

test('an owner may lock again what it has, whoever waits for it', async () => {
  void acquire('first', first, ['a/b']);
  void acquire('second', second, ['a/b', 'a/c']);
  void acquire('first again', first, ['a/b']);
  void acquire('first more', first, ['a/c']);
  await settle();

  expect(order).toEqual(['first', 'first again', 'first more']);
});

test('an older one that waits for an owner does not stand in its way', async () => {
  void acquire('second', second, ['a/b']);
  void acquire('first', first, ['a/b', 'a/c']);
  void acquire('third', third, ['a/c']);
  void acquire('second more', second, ['a/c']);
  await settle();
  expect(order).toEqual(['second', 'second more']);

  locks.release(second);
  await settle();
  expect(order.at(-1)).toBe('first');
});

test('other documents are free', async () => {
  void acquire('first', first, ['a/b']);
  void acquire('second', second, ['a/c']);
  await settle();

  expect(order).toEqual(['first', 'second']);
});

test('a query holds off writers of all that it may return, there or not, and nobody else', async () => {
  void acquire('query', first, [], [members]);
  void acquire('writer', second, ['t/acme/m/new']);
  void acquire('stranger', third, ['t/globex/m/new']);
  await settle();
  expect(order).toEqual(['query', 'stranger']);

  locks.release(first);
  await settle();
  expect(order).toEqual(['query', 'stranger', 'writer']);
});

test('a query waits for who holds a document that it may return', async () => {
  void acquire('writer', first, ['t/acme/m/ada']);
  void acquire('query', second, [], [members]);
  void acquire('group', third, [], [{ parent: '', collectionId: 'm', allDescendants: true }]);
  await settle();
  expect(order).toEqual(['writer']);

  locks.release(first);
  await settle();
  expect(order).toEqual(['writer', 'query']);
});

test('of two that wait for each other the younger is aborted, and the older goes on', async () => {
  void acquire('first a', first, ['a/a']);
  void acquire('second b', second, ['a/b']);
  void acquire('first b', first, ['a/b']);
  void acquire('second a', second, ['a/a']);
  await settle();

  expect(order.slice(0, 2)).toEqual(['first a', 'second b']);
  expect(order.slice(2).sort()).toEqual(['first b', 'second a ABORTED']);
});

test('a ring of three loses its youngest alone', async () => {
  void acquire('1', first, ['a/1']);
  void acquire('2', second, ['a/2']);
  void acquire('3', third, ['a/3']);
  void acquire('1 wants 2', first, ['a/2']);
  void acquire('2 wants 3', second, ['a/3']);
  void acquire('3 wants 1', third, ['a/1']);
  await settle();
  expect(order.slice(3).sort()).toEqual(['2 wants 3', '3 wants 1 ABORTED']);

  locks.release(second);
  await settle();
  expect(order.at(-1)).toBe('1 wants 2');
});

test('who waits too long is aborted and loses what it had', async () => {
  void acquire('first', first, ['a/a']);
  void acquire('second', second, ['a/b']);
  void acquire('second waits', second, ['a/a']);
  void acquire('third', third, ['a/b']);
  await vi.advanceTimersByTimeAsync(WAIT_MS - 1);
  expect(order).toEqual(['first', 'second']);

  await vi.advanceTimersByTimeAsync(1);
  expect(order).toEqual(['first', 'second', 'second waits ABORTED', 'third']);
});

test('an owner that ends while it waits is told so, and leaves the queue', async () => {
  void acquire('first', first, ['a/a']);
  void acquire('second', second, ['a/a']);
  locks.release(second);
  locks.release(first);
  void acquire('third', third, ['a/a']);
  await settle();

  expect(order).toEqual(['first', 'second ABORTED', 'third']);
});
