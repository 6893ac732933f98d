import { describe, expect, it, vi } from 'vitest';
import { PENDING_INVITES_MAX } from '../contract/limits.ts';
import type { Tx } from '../platform/transaction.ts';
import { assertRoom, countSeats, NO_SEATS, writeSeats } from './seats.ts';

describe('the counts', () => {
  it('follow a seat from its reservation until the member leaves', () => {
    expect(countSeats(NO_SEATS, ['reserve'])).toEqual({ seatsUsed: 1, pendingInvites: 1 });
    expect(countSeats(NO_SEATS, ['reserve', 'convert'])).toEqual({ seatsUsed: 1, pendingInvites: 0 });
    expect(countSeats(NO_SEATS, ['reserve', 'release'])).toEqual(NO_SEATS);
    expect(countSeats(NO_SEATS, ['reserve', 'convert', 'vacate'])).toEqual(NO_SEATS);
    expect(countSeats(NO_SEATS, ['occupy', 'vacate'])).toEqual(NO_SEATS);
  });
});

describe('writing them', () => {
  const write = (moves: Parameters<typeof writeSeats>[3]) => {
    const update = vi.fn<Tx['update']>();
    writeSeats({ update } as unknown as Tx, 'acme', { seatsUsed: 5, pendingInvites: 2 }, moves);
    return update.mock.calls;
  };

  it('writes what changes alone', () => {
    const settings = expect.objectContaining({ path: 'tenants/acme/private/settings' }) as object;
    expect(write(['release'])).toEqual([[settings, { seatsUsed: 4, pendingInvites: 1 }]]);
    expect(write(['convert'])).toEqual([[settings, { pendingInvites: 1 }]]);
  });

  it('writes nothing for a seat that goes from one invitation to another', () => {
    expect(write(['release', 'reserve'])).toEqual([]);
  });
});

describe('room', () => {
  const settings = { pendingInvites: 0, seatLimit: null, seatsUsed: 500 };

  it('is there without limits, and up to them', () => {
    expect(() => assertRoom(settings, ['reserve'])).not.toThrow();
    expect(() =>
      assertRoom({ ...settings, pendingInvites: PENDING_INVITES_MAX - 1 }, ['reserve']),
    ).not.toThrow();
    expect(() => assertRoom({ ...settings, seatLimit: 501 }, ['reserve'])).not.toThrow();
  });

  it('is not there at them, except for who takes over a seat [NUM-07]', () => {
    const crowded = { ...settings, pendingInvites: PENDING_INVITES_MAX };
    const full = { ...settings, seatLimit: 500 };
    expect(() => assertRoom(crowded, ['reserve'])).toThrow('invite/too-many-pending');
    expect(() => assertRoom(full, ['reserve'])).toThrow('limits/seats');
    expect(() => assertRoom(crowded, ['release', 'reserve'])).not.toThrow();
    expect(() => assertRoom(full, ['release', 'reserve'])).not.toThrow();
  });

  it('is there for who accepts, unless the limit was lowered since', () => {
    expect(() => assertRoom({ ...settings, seatLimit: 500 }, ['convert'])).not.toThrow();
    expect(() => assertRoom({ ...settings, seatLimit: 499 }, ['convert'])).toThrow('limits/seats');
    expect(() =>
      assertRoom({ ...settings, pendingInvites: PENDING_INVITES_MAX + 9 }, ['convert']),
    ).not.toThrow();
  });
});
