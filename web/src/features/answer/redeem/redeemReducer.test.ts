import { describe, expect, it } from 'vitest';
import { LINK_STATUSES } from '../../../../../functions/src/contract/statuses.ts';
import { initialRedeemState, redeemReducer, type RedeemState } from './redeemReducer.ts';
import { anInvite, aProblem } from './anInvite.ts';

const open = (overrides: Partial<RedeemState> = {}): RedeemState => ({
  ...initialRedeemState,
  work: null,
  invite: anInvite(),
  ...overrides,
});
const NORA = { uid: 'u-1', email: 'nora@acme.example', verified: true };
const failed = (code: string, state = open({ work: 'joining' })) =>
  redeemReducer(state, { type: 'failed', problem: aProblem(code), uid: 'u-1' });

describe('the state of the accept page', () => {
  it('begins by loading', () => {
    expect(initialRedeemState).toMatchObject({
      work: 'loading',
      invite: null,
      progress: { stage: 'redeem' },
    });
  });

  it('begins the way in where the invitation says: with a password, or at the person’s yes', () => {
    const after = (step: 'set-password' | 'email-link' | 'sign-in' | 'accept' | 'check-mail') =>
      redeemReducer(initialRedeemState, { type: 'loaded', invite: anInvite({ step }), person: null }).progress
        .stage;
    expect(after('set-password')).toBe('redeem');
    expect(after('email-link')).toBe('redeem');
    expect(after('sign-in')).toBe('accept');
    expect(after('accept')).toBe('accept');
    expect(after('check-mail')).toBe('accept');
  });

  it.each(LINK_STATUSES.filter((status) => status !== 'pending'))(
    'knows an invitation that is %s for dead',
    (status) => {
      expect(
        redeemReducer(initialRedeemState, {
          type: 'loaded',
          invite: anInvite({ status, step: 'none' }),
          person: null,
        }),
      ).toMatchObject({ work: null, dead: status });
    },
  );

  it.each(['set-password', 'sign-in'] as const)(
    'learns from the step %s that who is signed in is not invited',
    (step) => {
      const after = (person: typeof NORA | null) =>
        redeemReducer(initialRedeemState, { type: 'loaded', invite: anInvite({ step }), person }).wrongUid;
      expect(after(NORA)).toBe('u-1');
      expect(after(null)).toBeNull();
    },
  );

  it('takes an unproven account for the invited one where a mailed link sets a password, and only there', () => {
    const after = (kind: 'mail' | 'handover') =>
      redeemReducer(initialRedeemState, {
        type: 'loaded',
        invite: anInvite({ kind, step: 'set-password' }),
        person: { ...NORA, verified: false },
      }).wrongUid;
    expect(after('mail')).toBeNull();
    expect(after('handover')).toBe('u-1');
  });

  it.each(['accept', 'check-mail'] as const)('takes nobody for another at the step %s', (step) => {
    const after = redeemReducer(initialRedeemState, {
      type: 'loaded',
      invite: anInvite({ step }),
      person: NORA,
    });
    expect(after.wrongUid).toBeNull();
  });

  it('takes a problem away when something new begins', () => {
    const state = open({ problem: aProblem('web/offline') });
    expect(redeemReducer(state, { type: 'began', work: 'mailing' })).toMatchObject({
      work: 'mailing',
      problem: null,
    });
    expect(redeemReducer(state, { type: 'reload' })).toMatchObject({
      work: 'loading',
      problem: null,
      round: 1,
    });
  });

  it('keeps what was reached when the invitation is loaded again', () => {
    const state = open({ progress: { stage: 'refresh' }, work: 'loading' });
    const after = redeemReducer(state, {
      type: 'loaded',
      invite: anInvite({ step: 'sign-in' }),
      person: null,
    });
    expect(after.progress).toEqual({ stage: 'refresh' });
  });

  it('notes each stage while the work goes on', () => {
    const after = redeemReducer(open({ work: 'joining' }), { type: 'reached', stage: { stage: 'accept' } });
    expect(after).toMatchObject({ work: 'joining', progress: { stage: 'accept' } });
  });

  it.each(['sign-in', 'check-mail'] as const)('ends the work when the server leads to %s', (to) => {
    const after = redeemReducer(open({ work: 'joining' }), {
      type: 'reached',
      stage: { stage: 'detour', to },
    });
    expect(after).toMatchObject({ work: null, detour: to, progress: { stage: 'accept' } });
  });

  it.each([
    ['invite/not-found', 'not-found'],
    ['invite/expired', 'expired'],
    ['invite/revoked', 'revoked'],
    ['invite/declined', 'declined'],
    ['invite/used', 'accepted'],
    ['invite/replaced', 'replaced'],
  ])('takes %s on the way for a dead link', (code, dead) => {
    expect(failed(code)).toMatchObject({ work: null, dead });
  });

  it.each([
    ['invite/address-not-proven', 'check-mail'],
    ['invite/password-not-taken', 'sign-in'],
    ['auth/required', 'sign-in'],
    ['auth/session-ended', 'sign-in'],
  ])('answers %s with another way in, and says why', (code, detour) => {
    expect(failed(code)).toMatchObject({
      work: null,
      detour,
      progress: { stage: 'accept' },
      problem: { code },
      dead: null,
    });
  });

  it('remembers the account that the invitation is not for', () => {
    expect(failed('invite/wrong-account')).toMatchObject({ work: null, wrongUid: 'u-1', problem: null });
  });

  it('says that the account has another address by now, where nobody is signed in [ATTACK-06]', () => {
    const event = { type: 'failed', problem: aProblem('invite/wrong-account'), uid: null } as const;
    expect(redeemReducer(open({ work: 'joining' }), event)).toMatchObject({
      work: null,
      problem: { code: 'invite/wrong-account' },
    });
  });

  it('takes "not found" at the last step for an account that nobody invited', () => {
    expect(failed('invite/not-found', open({ progress: { stage: 'accept' } }))).toMatchObject({
      wrongUid: 'u-1',
      dead: null,
    });
  });

  it.each(['web/offline', 'limits/seats', 'auth/too-many-requests', 'invite/inviter-lost-right'])(
    'shows %s and stays where it is',
    (code) => {
      const before = open({ work: 'joining', progress: { stage: 'refresh' } });
      expect(failed(code, before)).toEqual({ ...before, work: null, problem: aProblem(code) });
    },
  );

  it('waits for the person’s word before an account is reclaimed', () => {
    const after = redeemReducer(open({ work: 'joining' }), { type: 'reached', stage: { stage: 'reclaim' } });
    expect(after).toMatchObject({ work: null, progress: { stage: 'reclaim' } });
  });

  it('leaves it to an administrator where the server says so', () => {
    expect(failed('invite/admin-needed')).toMatchObject({ needsAdmin: true, problem: null, dead: null });
  });

  it('ends with the person’s no', () => {
    const after = redeemReducer(open({ work: 'declining' }), { type: 'declined' });
    expect(after).toMatchObject({ work: null, dead: 'said-no' });
  });

  it('begins anew, and asks again, when the account is switched', () => {
    const before = open({
      work: 'switching',
      wrongUid: 'u-1',
      detour: 'check-mail',
      progress: { stage: 'accept' },
    });
    expect(redeemReducer(before, { type: 'switched' })).toEqual({ ...initialRedeemState, round: 1 });
  });

  it('remembers when the link was mailed', () => {
    expect(redeemReducer(open({ work: 'mailing' }), { type: 'mailed', at: 5 })).toMatchObject({
      work: null,
      mailedAt: 5,
    });
  });
});
