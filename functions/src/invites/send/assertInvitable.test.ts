import { describe, expect, it } from 'vitest';
import type { PendingInviteDocument, UserMembership } from '../../contract/documents.ts';
import { DECLINED_REST_DAYS } from '../../contract/limits.ts';
import { INVITE_STATUSES, MEMBER_STATES } from '../../contract/statuses.ts';
import { assertInvitable, seatMovesOf } from './assertInvitable.ts';

const now = new Date('2026-11-21T12:00:00Z');
const context = { callerUid: 'adam', isHrx: false, ownerUid: 'owner', now };
const nina = { account: { uid: 'nina' }, invite: undefined, membership: undefined };

function invite(status: PendingInviteDocument['status'], endsInMillis: number): PendingInviteDocument {
  const expiresAt = { toMillis: () => now.getTime() + endsInMillis };
  return { status, expiresAt, declinedAt: null } as PendingInviteDocument;
}

describe('who can be invited', () => {
  it('is somebody new', () => {
    expect(() => assertInvitable(nina, context)).not.toThrow();
  });

  it('is not oneself and not the owner [AUTH-15]', () => {
    expect(() => assertInvitable({ ...nina, account: { uid: 'adam' } }, context)).toThrow('invite/self');
    expect(() => assertInvitable({ ...nina, account: { uid: 'owner' } }, context)).toThrow('invite/owner');
  });

  it.each(MEMBER_STATES)('is no member, unless they are only invited (%s) [INV-03]', (state) => {
    const membership = { state } as UserMembership;
    const attempt = () => assertInvitable({ ...nina, membership }, context);
    if (state === 'invited') expect(attempt).not.toThrow();
    else expect(attempt).toThrow('invite/already-member');
  });

  it.each(INVITE_STATUSES)('is nobody whose invitation still waits (%s) [ACC-04]', (status) => {
    const attempt = (endsIn: number) => () =>
      assertInvitable({ ...nina, invite: invite(status, endsIn) }, context);
    if (status === 'pending') expect(attempt(1)).toThrow('invite/already-invited');
    else expect(attempt(1)).not.toThrow();
    expect(attempt(0)).not.toThrow();
  });

  it('is nobody who declined less than seven days ago, but for HRX, and it says when', () => {
    const restMillis = DECLINED_REST_DAYS * 24 * 3600_000;
    const attempt =
      (agoMillis: number, isHrx = false) =>
      () => {
        const declinedAt = { toMillis: () => now.getTime() - agoMillis };
        assertInvitable({ ...nina, invite: { ...invite('declined', 1), declinedAt } }, { ...context, isHrx });
      };
    expect(attempt(restMillis - 1500)).toThrow(
      expect.objectContaining({ details: { code: 'invite/declined-recently', retryAfterSeconds: 2 } }),
    );
    expect(attempt(restMillis - 1500, true)).not.toThrow();
    expect(attempt(restMillis)).not.toThrow();
  });
});

describe('the seat of a new invitation', () => {
  it('is the one that an expired invitation still holds, where nobody has ended that', () => {
    expect(seatMovesOf(undefined)).toEqual(['reserve']);
    expect(seatMovesOf({ status: 'revoked' })).toEqual(['reserve']);
    expect(seatMovesOf({ status: 'pending' })).toEqual(['release', 'reserve']);
  });
});
