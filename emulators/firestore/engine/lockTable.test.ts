import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { QueryScope } from './queryScope.ts';
import type { LockRequest } from './lockSet.ts';
import { LockTable, type LockOwner } from './lockTable.ts';
import { wholeRange } from './query/queryRange.ts';
import { stored } from './testing/values.ts';

const WAIT_MS = 1_000;
let locks: LockTable;
let order: string[];

beforeEach(() => {
  vi.useFakeTimers();
  order = [];
  locks = new LockTable(WAIT_MS, ({ age }) => order.push(`${age} wounded`));
});

afterEach(() => {
  vi.useRealTimers();
});

/** Asks for locks, and notes when they came or were refused. */
async function acquire(name: string, owner: LockOwner, request: LockRequest): Promise<void> {
  try {
    await locks.acquire(owner, request);
    order.push(name);
  } catch (error) {
    const { status, message } = error as { status?: string; message: string };
    order.push(`${name} ${status ?? ''}: ${message}`);
  }
}

const reading = (...documents: string[]): LockRequest => ({ documents });
/** Writes of documents that were not there before. */
const writing = (...paths: string[]): LockRequest => ({
  writes: new Map(paths.map((path) => [path, () => [null, stored(path)]])),
});
const querying = (...scopes: QueryScope[]): LockRequest => ({ ranges: scopes.map(wholeRange) });

const CONTENTION = 'ABORTED: Too much contention on these documents. Please try again.';

/** Lets every promise that can settle do so. */
async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

const [first, second, third, fourth] = [{ age: 1 }, { age: 2 }, { age: 3 }, { age: 4 }];
const members: QueryScope = { parent: 't/acme', collectionId: 'm', allDescendants: false };

test('any number of owners read a document, and a writer waits for all of them', async () => {
  void acquire('first reads', first, reading('a/b'));
  void acquire('second reads', second, reading('a/b'));
  void acquire('third writes', third, writing('a/b'));
  await settle();
  expect(order).toEqual(['first reads', 'second reads']);

  locks.release(first);
  await settle();
  expect(order).toEqual(['first reads', 'second reads']);

  locks.release(second);
  await settle();
  expect(order.at(-1)).toBe('third writes');
});

test('one owner at a time writes a document, in the order of their age', async () => {
  void acquire('first', first, writing('a/b'));
  void acquire('third', third, writing('a/b'));
  void acquire('second', second, writing('a/b'));
  await settle();
  expect(order).toEqual(['first']);

  locks.release(first);
  await settle();
  expect(order).toEqual(['first', 'second']);

  locks.release(second);
  await settle();
  expect(order).toEqual(['first', 'second', 'third']);
});

test('who alone has read a document may write it, and read it again', async () => {
  void acquire('reads', first, reading('a/b'));
  void acquire('writes', first, writing('a/b'));
  void acquire('reads again', first, reading('a/b'));
  void acquire('other', second, reading('a/b'));
  await settle();

  expect(order).toEqual(['reads', 'writes', 'reads again']);
});

test('of two that have read a document and both write it, the older goes on and the younger is aborted', async () => {
  void acquire('first reads', first, reading('a/b'));
  void acquire('second reads', second, reading('a/b'));
  void acquire('second writes', second, writing('a/b'));
  await settle();
  expect(order).toEqual(['first reads', 'second reads']);

  void acquire('first writes', first, writing('a/b'));
  await settle();
  expect(order.slice(2).sort()).toEqual(['2 wounded', 'first writes', `second writes ${CONTENTION}`]);
});

test('a writer does not wait for younger readers: they lose their locks', async () => {
  void acquire('second reads', second, reading('a/b', 'a/c'));
  void acquire('third queries', third, querying({ parent: '', collectionId: 'a', allDescendants: false }));
  await settle();
  void acquire('first writes', first, writing('a/b'));
  await settle();
  expect(order.slice(2)).toEqual(['2 wounded', '3 wounded', 'first writes']);

  void acquire('fourth writes', fourth, writing('a/c'));
  await settle();
  expect(order.at(-1)).toBe('fourth writes');
});

test('who is about to commit is not disturbed, however young', async () => {
  void acquire('second', second, writing('a/b'));
  void acquire('first', first, writing('a/b'));
  await settle();
  expect(order).toEqual(['second']);

  locks.release(second);
  await settle();
  expect(order).toEqual(['second', 'first']);
});

test('readers wait for an older writer that waits, so that it gets its turn', async () => {
  void acquire('first reads', first, reading('a/b'));
  void acquire('second writes', second, writing('a/b'));
  void acquire('third reads', third, reading('a/b'));
  await settle();
  expect(order).toEqual(['first reads']);

  locks.release(first);
  await settle();
  expect(order).toEqual(['first reads', 'second writes']);

  locks.release(second);
  await settle();
  expect(order.at(-1)).toBe('third reads');
});

test('an owner may lock again what it has, whoever waits for it', async () => {
  void acquire('first', first, writing('a/b'));
  void acquire('second', second, writing('a/b', 'a/c'));
  void acquire('first again', first, writing('a/b'));
  void acquire('first more', first, writing('a/c'));
  await settle();

  expect(order).toEqual(['first', 'first again', 'first more']);
});

test('other documents are free', async () => {
  void acquire('first', first, writing('a/b'));
  void acquire('second', second, writing('a/c'));
  await settle();

  expect(order).toEqual(['first', 'second']);
});

test('a query holds off writers of all that it reads, there or not, and nobody else', async () => {
  void acquire('query', first, querying(members));
  void acquire('same query', second, querying(members));
  void acquire('writer', third, writing('t/acme/m/new'));
  void acquire('stranger', fourth, writing('t/globex/m/new'));
  await settle();
  expect(order).toEqual(['query', 'same query', 'stranger']);

  locks.release(first);
  locks.release(second);
  await settle();
  expect(order.at(-1)).toBe('writer');
});

test('a query lets pass what it would not see, before or after', async () => {
  const range = { scope: members, covers: ({ path }: { path: string }) => path.endsWith('/ada') };
  void acquire('query', first, { ranges: [range] });
  void acquire('bob', second, writing('t/acme/m/bob'));
  void acquire('ada', third, writing('t/acme/m/ada'));
  await settle();

  expect(order).toEqual(['query', 'bob']);
});

test('a query waits for who writes a document that it may read', async () => {
  void acquire('writer', first, writing('t/acme/m/ada'));
  void acquire('query', second, querying(members));
  void acquire('group', third, querying({ parent: '', collectionId: 'm', allDescendants: true }));
  await settle();
  expect(order).toEqual(['writer']);

  locks.release(first);
  await settle();
  expect(order).toEqual(['writer', 'query', 'group']);
});

test('two that want what the other has read: the older gets it, and the younger begins again', async () => {
  void acquire('first a', first, reading('a/a'));
  void acquire('second b', second, reading('a/b'));
  void acquire('second a', second, writing('a/a'));
  await settle();
  void acquire('first b', first, writing('a/b'));
  await settle();

  expect(order.slice(0, 2)).toEqual(['first a', 'second b']);
  expect(order.slice(2).sort()).toEqual(['2 wounded', 'first b', `second a ${CONTENTION}`]);
});

test('who waits too long is aborted and loses what it had', async () => {
  void acquire('first', first, writing('a/a'));
  void acquire('second', second, writing('a/b'));
  void acquire('second waits', second, writing('a/a'));
  void acquire('third', third, writing('a/b'));
  await vi.advanceTimersByTimeAsync(WAIT_MS - 1);
  expect(order).toEqual(['first', 'second']);

  await vi.advanceTimersByTimeAsync(1);
  expect(order).toEqual(['first', 'second', 'second waits ABORTED: Transaction lock timeout.', 'third']);
});

test('an owner that ends while it waits is told so, and leaves the queue', async () => {
  void acquire('first', first, writing('a/a'));
  void acquire('second', second, writing('a/a'));
  locks.release(second);
  locks.release(first);
  void acquire('third', third, writing('a/a'));
  await settle();

  expect(order).toEqual([
    'first',
    'second ABORTED: The transaction ended while it waited for a lock.',
    'third',
  ]);
});
