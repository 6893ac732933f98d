import { expect, it } from 'vitest';
import { SYNC_RETRY, syncBackoffSeconds, syncErrorWords } from './syncRetry.ts';

it('the pauses between tries grow, up to ten minutes [CLAIM-10]', () => {
  const pauses = Array.from({ length: SYNC_RETRY.maxAttempts }, (_, index) => syncBackoffSeconds(index + 1));
  expect(pauses).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 600]);
});

it('the record of an error is short, and names no address', () => {
  const words = syncErrorWords(new Error(`No answer for walt@acme.example. ${'More. '.repeat(100)}`));
  expect(words).not.toContain('@');
  expect(words).toHaveLength(200);
});
