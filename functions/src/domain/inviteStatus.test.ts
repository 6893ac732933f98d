import { describe, expect, it } from 'vitest';
import { INVITE_STATUSES, LINK_STATUSES, type InviteStatus } from '../contract/statuses.ts';
import { ENDED, INVITE_EVENTS, isWaiting, nextStatus, statusAt } from './inviteStatus.ts';

const now = new Date('2026-11-21T12:00:00Z');
const at = (offsetMillis: number) => ({ toMillis: () => now.getTime() + offsetMillis });

/** Every cell of state × event; a dash where the event cannot happen. */
const TABLE: Record<InviteStatus, string> = {
  //        invite   accept   decline  revoke  expire
  pending: '-        accepted declined revoked expired',
  accepted: 'pending  -        -        -       -',
  declined: 'pending  -        -        -       -',
  revoked: 'pending  -        -        -       -',
  expired: 'pending  -        -        -       -',
};

const cells = INVITE_STATUSES.flatMap((from) =>
  INVITE_EVENTS.map((event, column) => ({ from, event, to: TABLE[from].split(/ +/)[column] })),
);

describe('nextStatus', () => {
  it.each(cells)('$from, $event: $to [INV-01]', ({ from, event, to }) => {
    expect(nextStatus(from, event) ?? '-').toBe(to);
  });
});

describe('statusAt', () => {
  it('is expired at the very millisecond of its end, and not one before [CLAIM-18, INV-05]', () => {
    expect(statusAt({ status: 'pending', expiresAt: at(1) }, now)).toBe('pending');
    expect(statusAt({ status: 'pending', expiresAt: at(0) }, now)).toBe('expired');
  });

  it.each(INVITE_STATUSES.filter((status) => status !== 'pending'))('leaves %s what it is', (status) => {
    expect(statusAt({ status, expiresAt: at(-1) }, now)).toBe(status);
    expect(isWaiting({ status, expiresAt: at(1) }, now)).toBe(false);
  });
});

describe('ENDED', () => {
  it('has a code of its own for every way to end', () => {
    const codes = LINK_STATUSES.filter((status) => status !== 'pending').map((status) => ENDED[status]);
    expect(new Set(codes).size).toBe(LINK_STATUSES.length - 1);
  });
});
