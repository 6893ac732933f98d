import { describe, expect, it } from 'vitest';
import { MEMBER_STATES } from '../contract/statuses.ts';
import { isSessionCurrent, standingOf } from './standing.ts';

const adam = { state: 'active', role: 'Admin', securityLevel: '7', permissions: [] } as const;

function member(state: (typeof MEMBER_STATES)[number]) {
  return { ...adam, state, permissions: [] };
}

describe('standingOf', () => {
  it.each(MEMBER_STATES)('makes an actor of a member who is %s only if that is active', (state) => {
    const standing = standingOf({ member: member(state), staff: undefined });
    expect(standing?.kind).toBe(state === 'active' ? 'member' : undefined);
  });

  it('knows HRX by an active staff document alone, and before any membership [AUTH-11]', () => {
    expect(standingOf({ member: undefined, staff: { active: true } })).toEqual({ kind: 'hrx' });
    expect(standingOf({ member: member('active'), staff: { active: true } })).toEqual({ kind: 'hrx' });
    expect(standingOf({ member: undefined, staff: { active: false } })).toBeUndefined();
    expect(standingOf({ member: undefined, staff: undefined })).toBeUndefined();
  });
});

describe('isSessionCurrent', () => {
  const since = (millis: number) => ({ sessionsValidFrom: { toMillis: () => millis } });

  it('takes sessions from the very instant on', () => {
    expect(isSessionCurrent(1000, since(1000))).toBe(true);
    expect(isSessionCurrent(999, since(1000))).toBe(false);
  });

  it('takes every session of who was never thrown out', () => {
    expect(isSessionCurrent(0, { sessionsValidFrom: null })).toBe(true);
    expect(isSessionCurrent(0, undefined)).toBe(true);
  });
});
