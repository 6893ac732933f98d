import { describe, expect, it } from 'vitest';
import { LINK_KINDS, REDEEM_WAYS } from '../../contract/statuses.ts';
import { stepFor, redeemWay, type RedeemFacts } from './redeemWay.ts';

const BOTH = [true, false];

/** Every combination there is. */
const all: RedeemFacts[] = LINK_KINDS.flatMap((kind) =>
  BOTH.flatMap((begun) =>
    BOTH.flatMap((proven) =>
      BOTH.flatMap((neverUsed) =>
        BOTH.flatMap((passwordless) =>
          BOTH.map((mayStart) => ({ kind, begun, proven, neverUsed, passwordless, mayStart })),
        ),
      ),
    ),
  ),
);

const untouched: RedeemFacts = {
  kind: 'mail',
  begun: false,
  proven: false,
  neverUsed: true,
  passwordless: false,
  mayStart: true,
};

describe('redeemWay', () => {
  it.each(all.filter((facts) => facts.begun || facts.proven))('%j only signs in [FIRST-02]', (facts) => {
    expect(redeemWay(facts)).toBe('sign-in');
  });

  it.each(all.filter((facts) => !facts.begun && !facts.proven && !facts.neverUsed))(
    '%j is the owner of the mailbox’s by a new password, and opened by no other link',
    (facts) => {
      expect(redeemWay(facts)).toBe(facts.kind === 'mail' ? 'set-password' : 'check-mail');
    },
  );

  it('lets a mailed link start what nobody used, whatever other tenants do', () => {
    expect(redeemWay(untouched)).toBe('password-reset');
    expect(redeemWay({ ...untouched, mayStart: false })).toBe('password-reset');
  });

  it('starts it without a password where the inviter said so', () => {
    expect(redeemWay({ ...untouched, passwordless: true })).toBe('email-link');
    expect(redeemWay({ ...untouched, passwordless: true, kind: 'handover' })).toBe('set-password');
  });

  it('lets a handed-over link start what nobody used only where its own tenant alone is concerned [FIRST-12]', () => {
    expect(redeemWay({ ...untouched, kind: 'handover' })).toBe('set-password');
    expect(redeemWay({ ...untouched, kind: 'handover', mayStart: false })).toBe('check-mail');
  });
});

describe('stepFor', () => {
  it.each(REDEEM_WAYS)('lets the invitee who could accept do so, whatever the way in (%s)', (way) => {
    expect(stepFor(way, 'can-accept', false)).toBe('accept');
    const proves = way === 'set-password';
    expect(stepFor(way, 'cannot-accept', false)).toBe(proves ? 'set-password' : 'check-mail');
  });

  it.each([
    ['password-reset', 'set-password'],
    ['set-password', 'set-password'],
    ['email-link', 'email-link'],
    ['sign-in', 'sign-in'],
    ['check-mail', 'check-mail'],
  ] as const)('offers for %s: %s', (way, step) => {
    expect(stepFor(way, 'not-signed-in', false)).toBe(step);
  });

  it.each(REDEEM_WAYS)(
    'offers nothing while an administrator has to look at the account (%s) [FIRST-08]',
    (way) => {
      for (const invitee of ['can-accept', 'cannot-accept', 'not-signed-in'] as const) {
        expect(stepFor(way, invitee, true)).toBe('none');
      }
    },
  );
});
