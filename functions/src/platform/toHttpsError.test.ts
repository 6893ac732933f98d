import { describe, expect, it } from 'vitest';
import { DomainError } from './DomainError.ts';
import { toHttpsError } from './toHttpsError.ts';

function libraryError(code: string | number): Error {
  return Object.assign(new Error('secret words of a library'), { code });
}

describe('toHttpsError', () => {
  it('carries the code, its status and the details of a refusal', () => {
    const error = toHttpsError(new DomainError('limits/invites', { details: { retryAfterSeconds: 12 } }));
    expect(error.code).toBe('resource-exhausted');
    expect(error.details).toEqual({ code: 'limits/invites', retryAfterSeconds: 12 });
  });

  it.each([
    [10, 'request/busy', 'aborted'],
    [14, 'service/unavailable', 'unavailable'],
    [4, 'service/unavailable', 'unavailable'],
    [7, 'service/unexpected', 'internal'],
    ['app/network-error', 'service/unavailable', 'unavailable'],
    ['auth/internal-error', 'service/unavailable', 'unavailable'],
    ['auth/invalid-uid', 'service/unexpected', 'internal'],
  ])('tells of a failure %s as %s', (code, expected, status) => {
    const error = toHttpsError(libraryError(code));
    expect(error.details).toEqual({ code: expected });
    expect(error.code).toBe(status);
  });

  it.each([libraryError(2), new Error('x'), 'a string', undefined, null])(
    'tells nothing of what nobody foresaw (%s)',
    (thrown) => {
      const error = toHttpsError(thrown);
      expect(error.details).toEqual({ code: 'service/unexpected' });
      expect(error.message).not.toContain('secret');
    },
  );
});
