import { describe, expect, it } from 'vitest';
import { isDomainError } from '../platform/DomainError.ts';
import { bucketKey, HRX_INVITES_LIMIT, INVITES_LIMIT, REFUSALS_LIMIT, takeOne } from './rateLimits.ts';

const now = new Date('2026-11-21T12:00:00Z');

function refusalAt(max: number, limit: typeof INVITES_LIMIT) {
  const takenAt = Array.from({ length: max }, () => now.getTime() - 20_000);
  try {
    takeOne({ takenAt, expireAt: { toMillis: () => 0 } }, limit, now);
  } catch (thrown) {
    if (isDomainError(thrown)) return thrown.details;
  }
  return undefined;
}

describe('the limits of a minute', () => {
  it.each([
    ['invitations of one inviter', INVITES_LIMIT, 5, 'limits/invites'],
    ['invitations of HRX', HRX_INVITES_LIMIT, 60, 'limits/invites'],
    ['refused attempts', REFUSALS_LIMIT, 60, 'limits/refusals'],
  ] as const)(
    '%s: as many as that, and one more is told when to try again [NUM-04]',
    (_what, limit, max, code) => {
      expect(refusalAt(max - 1, limit)).toBeUndefined();
      expect(refusalAt(max, limit)).toEqual({ code, retryAfterSeconds: 40 });
    },
  );
});

describe('the bucket of somebody', () => {
  it('has an id that nobody reads them out of, and that is another one for everything that is counted [DATA-07]', () => {
    const names = ['invites', 'refusals'] as const;
    const paths = names.flatMap((name) =>
      ['adam', 'nina@people.example'].map((who) => bucketKey(name, who).path),
    );
    expect(new Set(paths).size).toBe(4);
    for (const path of paths) expect(path).toMatch(/^rate_limits\/[0-9a-f]{64}$/);
    expect(bucketKey('invites', 'adam')).toEqual(bucketKey('invites', 'adam'));
  });
});
