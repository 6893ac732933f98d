import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClock } from './clock.ts';
import { Transactions } from './transactions.ts';

let transactions: Transactions;

beforeEach(() => {
  vi.useFakeTimers();
  transactions = new Transactions(createClock(), { lockWaitMs: 1_000, idleMs: 5_000 }, 'run');
});

afterEach(() => {
  vi.useRealTimers();
});

/** What has come of a promise by now. */
async function stateOf(promise: Promise<unknown>): Promise<string> {
  let state = 'waiting';
  promise.then(
    () => (state = 'done'),
    (error: unknown) => (state = (error as { status: string }).status),
  );
  await vi.advanceTimersByTimeAsync(0);
  return state;
}

test('a transaction is known by its id until it ends', () => {
  const transaction = transactions.begin({ readOnly: false });
  expect(transactions.get(transaction.id)).toBe(transaction);

  transactions.end(transaction);
  // These words make the Admin SDK try again.
  expect(() => transactions.get(transaction.id)).toThrow('transaction has expired');
  expect(() => transactions.get(Buffer.from('1/1/run'))).toThrow('expired');
});

test('a transaction that does nothing for too long gives its locks to others', async () => {
  const idle = transactions.begin({ readOnly: false });
  await transactions.lock(idle, ['a/b']);
  await vi.advanceTimersByTimeAsync(4_999);
  transactions.get(idle.id);
  await vi.advanceTimersByTimeAsync(4_999);
  const waiting = transactions.withLocks(['a/b'], () => Promise.resolve());
  expect(await stateOf(waiting)).toBe('waiting');

  await vi.advanceTimersByTimeAsync(1);
  expect(await stateOf(waiting)).toBe('done');
  expect(() => transactions.get(idle.id)).toThrow('expired');
});

test('a transaction whose lock is refused has ended, with all of its locks', async () => {
  const holder = transactions.begin({ readOnly: false });
  const loser = transactions.begin({ readOnly: false });
  await transactions.lock(holder, ['a/a']);
  await transactions.lock(loser, ['a/b']);
  const refused = expect(transactions.lock(loser, ['a/a'])).rejects.toMatchObject({ status: 'ABORTED' });
  await vi.advanceTimersByTimeAsync(1_000);
  await refused;

  expect(() => transactions.get(loser.id)).toThrow('expired');
  expect(await stateOf(transactions.lock(holder, ['a/b']))).toBe('done');
});

test('a transaction that tries again is as old as its first attempt', () => {
  const attempt = transactions.begin({ readOnly: false });
  const other = transactions.begin({ readOnly: false });
  const retry = transactions.begin({ readOnly: false, retryOf: attempt.id });

  expect(retry.age).toBe(attempt.age);
  expect(retry.id).not.toEqual(attempt.id);
  expect(other.age).toBeGreaterThan(retry.age);
  expect(transactions.begin({ readOnly: false, retryOf: Buffer.from('0/0/other run') }).age).toBeGreaterThan(
    other.age,
  );
});

test('a read-only transaction has an instant and needs no locks', async () => {
  const writer = transactions.begin({ readOnly: false });
  await transactions.lock(writer, ['a/b']);

  expect(await stateOf(transactions.lock(transactions.begin({ readOnly: true }), ['a/b']))).toBe('done');
  expect(transactions.begin({ readOnly: true, readTime: 7 }).readTime).toBe(7);
  expect(transactions.begin({ readOnly: true }).readTime).toBeGreaterThan(0);
});

test('a commit outside of transactions gives its locks back, also when it fails', async () => {
  const failed = transactions.withLocks(['a/b'], () => Promise.reject(new Error('no')));
  await expect(failed).rejects.toThrow('no');

  expect(await stateOf(transactions.withLocks(['a/b'], () => Promise.resolve()))).toBe('done');
});
