import { describe, expect, it } from 'vitest';
import { INVITE_STATUSES, LINK_STATUSES, type InviteStatus } from '../contract/statuses.ts';
import { ENDED, INVITE_EVENTS, isOpen, nextStatus, statusAt } from './inviteStatus.ts';

const now = new Date('2026-11-21T12:00:00Z');
const at = (offsetMillis: number) => ({ toMillis: () => now.getTime() + offsetMillis });

/** Every cell of stored state × event, while the invitation has time left; a dash where the event cannot happen. */
const OPEN: Record<InviteStatus, string> = {
  //        invite   accept   decline  revoke  expire
  pending: '-        accepted declined revoked -',
  accepted: 'pending  -        -        -       -',
  declined: 'pending  -        -        -       -',
  revoked: 'pending  -        -        -       -',
  expired: 'pending  -        -        -       -',
};

/** The same once its time is over: what is stored as pending has expired, and that alone is still to be written. */
const PAST_END: Record<InviteStatus, string> = {
  ...OPEN,
  pending: 'pending  -        -        -       expired',
};

const cells = [
  { when: 'open', table: OPEN, expiresAt: at(1) },
  { when: 'past its end', table: PAST_END, expiresAt: at(0) },
].flatMap(({ when, table, expiresAt }) =>
  INVITE_STATUSES.flatMap((from) =>
    INVITE_EVENTS.map((event, column) => ({
      when,
      expiresAt,
      from,
      event,
      to: table[from].split(/ +/)[column],
    })),
  ),
);

describe('nextStatus', () => {
  it.each(cells)('$from, $when, $event: $to [INV-01]', ({ from, expiresAt, event, to }) => {
    expect(nextStatus({ status: from, expiresAt }, event, now) ?? '-').toBe(to);
  });
});

describe('statusAt', () => {
  it('is expired at the very millisecond of its end, and not one before [CLAIM-18, INV-05]', () => {
    expect(statusAt({ status: 'pending', expiresAt: at(1) }, now)).toBe('pending');
    expect(statusAt({ status: 'pending', expiresAt: at(0) }, now)).toBe('expired');
  });

  it.each(INVITE_STATUSES.filter((status) => status !== 'pending'))('leaves %s what it is', (status) => {
    expect(statusAt({ status, expiresAt: at(-1) }, now)).toBe(status);
    expect(isOpen({ status, expiresAt: at(1) }, now)).toBe(false);
  });
});

describe('ENDED', () => {
  it('has a code of its own for every way to end', () => {
    const codes = LINK_STATUSES.filter((status) => status !== 'pending').map((status) => ENDED[status]);
    expect(new Set(codes).size).toBe(LINK_STATUSES.length - 1);
  });
});
