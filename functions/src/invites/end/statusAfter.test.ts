import { describe, expect, it } from 'vitest';
import { INVITE_STATUSES, type InviteStatus } from '../../contract/statuses.ts';
import { ENDED, INVITE_EVENTS, nextStatus } from '../../domain/inviteStatus.ts';
import { statusAfter } from './statusAfter.ts';

const now = new Date('2026-11-21T12:00:00Z');
const at = (offsetMillis: number) => ({ toMillis: () => now.getTime() + offsetMillis });
const cells = INVITE_STATUSES.flatMap((from) =>
  INVITE_EVENTS.map((event) => ({ from, event, to: nextStatus(from, event) ?? '-' })),
);

describe('statusAfter', () => {
  const invite = (status: InviteStatus, ends = at(1)) => ({ status, expiresAt: ends });

  it.each(cells.filter(({ to }) => to !== '-'))(
    'is what every writer writes: $from, $event: $to [INV-02]',
    (cell) => {
      expect(statusAfter(invite(cell.from), cell.event, now)).toBe(cell.to);
    },
  );

  it.each(cells.filter(({ to }) => to === '-'))(
    'refuses every writer what cannot happen: $from, $event [INV-02]',
    (cell) => {
      const code = cell.from === 'pending' ? 'invite/already-invited' : ENDED[cell.from];
      expect(() => statusAfter(invite(cell.from), cell.event, now)).toThrow(code);
    },
  );

  it('knows what is past its end, before any sweep has written that', () => {
    expect(() => statusAfter(invite('pending', at(0)), 'accept', now)).toThrow('invite/expired');
    expect(statusAfter(invite('pending', at(0)), 'invite', now)).toBe('pending');
  });
});
