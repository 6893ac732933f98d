import { expect, test } from 'vitest';
import { ChangeLog } from './changeLog.ts';
import { DocumentStore } from './documentStore.ts';
import { stored } from './testing/values.ts';

test('what lies further back than the log goes is unknown, never guessed', () => {
  const log = new ChangeLog(0);
  const many = Array.from(
    { length: 20_000 },
    (_, n) => [`a/${n}`, { before: null, after: stored(`a/${n}`) }] as const,
  );
  log.append({ time: 5, changes: new Map([['a/first', { before: null, after: stored('a/first') }]]) });
  log.append({ time: 6, changes: new Map(many) });

  expect(log.changedSince(4)).toBeUndefined();
  expect(() => log.viewAt(4, new DocumentStore())).toThrow(
    expect.objectContaining({ status: 'FAILED_PRECONDITION' }),
  );
  expect(log.changedSince(5)?.size).toBe(20_000);
  expect(log.changedSince(6)?.size).toBe(0);
});
