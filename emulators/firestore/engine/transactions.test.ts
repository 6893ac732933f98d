import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClock } from './clock.ts';
import { Transactions, type TransactionSettings } from './transactions.ts';

const SETTINGS: TransactionSettings = {
  lockWaitMs: 1_000,
  idleMs: 5_000,
  maxMs: 20_000,
  abortFirstAttempts: () => false,
};
const READING = { documents: ['a/b'] };
const WRITING = { writes: new Map([['a/b', () => undefined]]) };
let transactions: Transactions;

beforeEach(() => {
  vi.useFakeTimers();
  transactions = new Transactions(createClock(), SETTINGS, 'run');
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
  await transactions.lock(idle, READING);
  await vi.advanceTimersByTimeAsync(4_999);
  transactions.get(idle.id);
  await vi.advanceTimersByTimeAsync(4_999);
  const waiting = transactions.withLocks(WRITING, () => Promise.resolve());
  expect(await stateOf(waiting)).toBe('waiting');

  await vi.advanceTimersByTimeAsync(1);
  expect(await stateOf(waiting)).toBe('done');
  expect(() => transactions.get(idle.id)).toThrow('expired');
});

test('a transaction that takes too long in all ends, however busy it is', async () => {
  const busy = transactions.begin({ readOnly: false });
  for (let ms = 0; ms < SETTINGS.maxMs - 4_000; ms += 4_000) {
    await vi.advanceTimersByTimeAsync(4_000);
    transactions.get(busy.id);
  }
  await vi.advanceTimersByTimeAsync(3_999);
  expect(transactions.get(busy.id)).toBe(busy);

  await vi.advanceTimersByTimeAsync(1);
  expect(() => transactions.get(busy.id)).toThrow('expired');
});

test('the first attempt of each read-write transaction may not commit, where a test wants it so', () => {
  const strict = new Transactions(createClock(), { ...SETTINGS, abortFirstAttempts: () => true }, 'run');
  const first = strict.begin({ readOnly: false });
  const retry = strict.begin({ readOnly: false, retryOf: first.id });
  const stranger = strict.begin({ readOnly: false, retryOf: Buffer.from('0/0/other run') });

  expect(() => strict.assertMayCommit(first)).toThrow('Too much contention');
  expect(() => strict.assertMayCommit(stranger)).toThrow('Too much contention');
  expect(() => strict.assertMayCommit(retry)).not.toThrow();
  expect(() => strict.assertMayCommit(strict.begin({ readOnly: true }))).not.toThrow();
  expect(() => transactions.assertMayCommit(transactions.begin({ readOnly: false }))).not.toThrow();
});

test('a transaction that lost its locks to an older one is aborted at its next step', async () => {
  const older = transactions.begin({ readOnly: false });
  const younger = transactions.begin({ readOnly: false });
  await transactions.lock(younger, READING);
  await transactions.lock(older, WRITING);

  const aborted = expect.objectContaining({ status: 'ABORTED' }) as unknown;
  expect(() => transactions.get(younger.id)).toThrow(aborted);
  expect(() => transactions.get(younger.id)).toThrow('expired');
  expect(transactions.get(older.id)).toBe(older);
});

test('a transaction whose lock is refused has ended, with all of its locks', async () => {
  const holder = transactions.begin({ readOnly: false });
  const loser = transactions.begin({ readOnly: false });
  await transactions.lock(holder, READING);
  await transactions.lock(loser, { documents: ['a/c'] });
  const refused = expect(transactions.lock(loser, WRITING)).rejects.toMatchObject({ status: 'ABORTED' });
  await vi.advanceTimersByTimeAsync(1_000);
  await refused;

  expect(() => transactions.get(loser.id)).toThrow('expired');
  expect(await stateOf(transactions.lock(holder, { writes: new Map([['a/c', () => []]]) }))).toBe('done');
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
  await transactions.lock(writer, WRITING);

  expect(await stateOf(transactions.lock(transactions.begin({ readOnly: true }), READING))).toBe('done');
  expect(transactions.begin({ readOnly: true, readTime: 7 }).readTime).toBe(7);
  expect(transactions.begin({ readOnly: true }).readTime).toBeGreaterThan(0);
});

test('a commit outside of transactions gives its locks back, also when it fails', async () => {
  const failed = transactions.withLocks(WRITING, () => Promise.reject(new Error('no')));
  await expect(failed).rejects.toThrow('no');

  expect(await stateOf(transactions.withLocks(WRITING, () => Promise.resolve()))).toBe('done');
});

test('a transaction that has committed is over at once, and others go on behind its answer', async () => {
  vi.useRealTimers();
  const order: string[] = [];
  const transaction = transactions.begin({ readOnly: false });
  await transactions.lock(transaction, READING);
  const waiting = transactions.withLocks(WRITING, () => Promise.resolve(order.push('waiting')));

  transactions.endAfterAnswer(transaction);
  expect(() => transactions.get(transaction.id)).toThrow('expired');
  await Promise.resolve().then(() => order.push('answer'));
  await waiting;
  expect(order).toEqual(['answer', 'waiting']);
});
