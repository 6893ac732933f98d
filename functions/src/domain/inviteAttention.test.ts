import { describe, expect, it } from 'vitest';
import { INVITE_STATUSES, MAIL_STATES } from '../contract/statuses.ts';
import { attentionOf, endsSoonAt, type AttentionFacts } from './inviteAttention.ts';

const HOUR = 3600_000;
const created = new Date('2026-11-21T12:00:00Z');
const hoursLater = (hours: number) => new Date(created.getTime() + hours * HOUR);

function invitation(given: Partial<AttentionFacts> = {}): AttentionFacts {
  return {
    status: 'pending',
    createdAt: created,
    expiresAt: hoursLater(168),
    resends: { count: 0, lastAt: null },
    openedAt: null,
    addressErasedAt: null,
    mail: { state: 'sent' },
    ...given,
  };
}

describe('why somebody should look at an invitation [LIFE-08]', () => {
  it.each(MAIL_STATES)('is that its mail did not arrive, where that is so: %s', (state) => {
    const isLost = state === 'failed' || state === 'bounced' || state === 'complained';
    expect(attentionOf(invitation({ mail: { state } }), created)).toBe(isLost ? 'bounced' : null);
  });

  it('is that it was opened and not answered', () => {
    expect(attentionOf(invitation({ openedAt: hoursLater(1) }), hoursLater(2))).toBe('opened');
  });

  it('is its last day, to the millisecond, and then that it has expired', () => {
    const invite = invitation({ openedAt: hoursLater(1) });
    const before = (date: Date) => new Date(date.getTime() - 1);
    expect(attentionOf(invite, before(hoursLater(144)))).toBe('opened');
    expect(attentionOf(invite, hoursLater(144))).toBe('ends_soon');
    expect(attentionOf(invite, before(hoursLater(168)))).toBe('ends_soon');
    expect(attentionOf(invite, hoursLater(168))).toBe('expired');
  });

  it.each(INVITE_STATUSES)('is nothing that an end leaves but an expiry: %s', (status) => {
    const ended = invitation({ status, openedAt: hoursLater(1), mail: { state: 'failed' } });
    const expected = { pending: 'bounced', expired: 'expired' }[status as string] ?? null;
    expect(attentionOf(ended, hoursLater(2))).toBe(expected);
  });

  it('is nothing any more once its address is erased', () => {
    const erased = invitation({ status: 'expired', addressErasedAt: hoursLater(2000) });
    expect(attentionOf(erased, hoursLater(2001))).toBeNull();
  });
});

describe('the last quarter of a short life', () => {
  it('is counted from when it was sent last', () => {
    expect(endsSoonAt(invitation({ expiresAt: hoursLater(8) }))).toBe(hoursLater(6).getTime());
    const resent = { count: 1, lastAt: { toMillis: () => hoursLater(4).getTime() } };
    expect(endsSoonAt(invitation({ expiresAt: hoursLater(12), resends: resent }))).toBe(
      hoursLater(10).getTime(),
    );
  });
});
