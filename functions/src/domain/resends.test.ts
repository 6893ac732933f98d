import { expect, it } from 'vitest';
import { nextResendAt } from './resends.ts';

const lastAt = { toMillis: () => 1_000_000 };

it.each([
  ['at once the first time', { count: 0, lastAt: null }, 0],
  ['five minutes after the last time', { count: 1, lastAt }, 1_300_000],
  ['that often', { count: 4, lastAt }, 1_300_000],
  ['and not once more', { count: 5, lastAt }, null],
])('an invitation is sent again %s [LIFE-03]', (_when, resends, next) => {
  expect(nextResendAt({ resends })).toBe(next);
});
