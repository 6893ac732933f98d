import { describe, expect, it } from 'vitest';
import { INVITE_STEPS } from '../../../../../functions/src/contract/statuses.ts';
import { chooseScreen } from './chooseScreen.ts';
import { initialRedeemState, type Person, type RedeemState } from './redeemReducer.ts';
import { anInvite } from './anInvite.ts';

const NORA: Person = { uid: 'nora', email: 'nora@acme.example', verified: true };
const ADAM: Person = { uid: 'adam', email: 'adam@acme.example', verified: true };

const open = (overrides: Partial<RedeemState> = {}): RedeemState => ({
  ...initialRedeemState,
  work: null,
  invite: anInvite(),
  ...overrides,
});
const nameFor = (state: RedeemState, person: Person | null) => chooseScreen(state, person).name;

/** Every step, for nobody, for the invited person and for somebody else. */
const SCREENS = {
  'set-password': ['set-password', 'set-password', 'switch-account'],
  'email-link': ['no-password', 'no-password', 'switch-account'],
  'sign-in': ['sign-in', 'confirm', 'switch-account'],
  'check-mail': ['check-mail', 'check-mail', 'switch-account'],
  accept: ['sign-in', 'confirm', 'switch-account'],
  none: ['admin-needed', 'admin-needed', 'admin-needed'],
} as const;

describe('what the accept page shows', () => {
  it.each(INVITE_STEPS)('for the step %s', (step) => {
    const state = open({ invite: anInvite({ kind: 'handover', step }) });
    expect([null, NORA, ADAM].map((person) => nameFor(state, person))).toEqual(SCREENS[step]);
  });

  it('is a wait, then the failure, while there is no invitation', () => {
    expect(nameFor(initialRedeemState, null)).toBe('loading');
    expect(nameFor({ ...initialRedeemState, work: null }, NORA)).toBe('load-failed');
  });

  it('is the dead link, whoever looks, with the invited person known', () => {
    const state = open({ dead: 'accepted' });
    expect(chooseScreen(state, NORA)).toMatchObject({ name: 'dead', status: 'accepted', signedIn: true });
    expect(chooseScreen(state, ADAM)).toMatchObject({ name: 'dead', signedIn: false });
    expect(chooseScreen(state, null)).toMatchObject({ name: 'dead', signedIn: false });
  });

  it('is the dead link where nothing is known of the invitation', () => {
    const state = open({ dead: 'not-found', invite: null });
    expect(chooseScreen(state, NORA)).toEqual({
      name: 'dead',
      status: 'not-found',
      invite: null,
      signedIn: false,
    });
  });

  it('stays while the invitation is loaded again', () => {
    expect(nameFor(open({ work: 'loading' }), null)).toBe('set-password');
  });

  it('follows the server where it offers another way', () => {
    expect(nameFor(open({ detour: 'sign-in' }), null)).toBe('sign-in');
    expect(nameFor(open({ detour: 'sign-in' }), NORA)).toBe('confirm');
    const handover = anInvite({ kind: 'handover' });
    expect(nameFor(open({ invite: handover, detour: 'check-mail' }), NORA)).toBe('check-mail');
  });

  it('never sends the holder of a mailed link back to the mail [FIRST-14]', () => {
    expect(nameFor(open({ detour: 'check-mail' }), NORA)).toBe('prove-address');
    expect(nameFor(open({ invite: anInvite({ step: 'check-mail' }) }), null)).toBe('sign-in');
  });

  it('is the way to an administrator where nobody else may decide, whoever looks [FIRST-08]', () => {
    for (const person of [null, NORA, ADAM]) {
      expect(nameFor(open({ needsAdmin: true }), person)).toBe('admin-needed');
    }
  });

  it('believes the server that an account is not the invited one, though the mask fits', () => {
    const state = open({ invite: anInvite({ step: 'accept' }), wrongUid: NORA.uid });
    expect(nameFor(state, NORA)).toBe('switch-account');
    expect(nameFor(state, { ...NORA, uid: 'another' })).toBe('confirm');
  });
});
