import { describe, expect, it } from 'vitest';
import { INVITE_STATUSES } from '../../contract/statuses.ts';
import { ENDED } from '../../domain/inviteStatus.ts';
import { statusAfter } from './statusAfter.ts';

const now = new Date('2026-11-21T12:00:00Z');
const at = (offsetMillis: number) => ({ toMillis: () => now.getTime() + offsetMillis });

describe('what a writer of a status is refused', () => {
  it.each(INVITE_STATUSES.filter((status) => status !== 'pending'))('is the exact state: %s', (status) => {
    expect(() => statusAfter({ status, expiresAt: at(1) }, 'accept', now)).toThrow(ENDED[status]);
  });

  it('is another invitation while one is open, and any answer once it has expired', () => {
    expect(() => statusAfter({ status: 'pending', expiresAt: at(1) }, 'invite', now)).toThrow(
      'invite/already-invited',
    );
    expect(() => statusAfter({ status: 'pending', expiresAt: at(0) }, 'accept', now)).toThrow(
      'invite/expired',
    );
  });
});
