import { describe, expect, it } from 'vitest';
import { testAccount } from '../../testing/testAccount.ts';
import type { UserFacts } from '../../domain/account.ts';
import { isInvitedAccount, mayAcceptAs } from './mayAcceptAs.ts';

const invite = { uid: 'nina', email: 'nina@people.example', tenantId: 'acme' };
const nina = testAccount({
  uid: 'nina',
  email: 'nina@people.example',
  emailVerified: true,
  providers: ['password'],
});
const unproven = { ...nina, emailVerified: false };
const existing: UserFacts = { origin: 'existing', begun: null, addressProven: false, reclaim: null };

function begun(by: 'mail' | 'handover', tenantId: string): UserFacts {
  return { ...existing, origin: 'invited', begun: { by, tenantId, at: { toMillis: () => 0 } } };
}

describe('accepting', () => {
  it.each([
    ['a proven account that was there before', nina, existing, true],
    ['an unproven account that was there before', unproven, existing, false],
    [
      'an account whose new password is just being set',
      nina,
      { ...existing, reclaim: { holder: 'h', until: { toMillis: () => 0 } } },
      false,
    ],
    ['an account begun by mail, and proven so', nina, begun('mail', 'globex'), true],
    ['an account begun by mail that is not proven', unproven, begun('mail', 'acme'), false],
    ['an account begun by hand-over of this tenant', unproven, begun('handover', 'acme'), true],
    ['an account begun by hand-over of another tenant', unproven, begun('handover', 'globex'), false],
    ['the same after a click to verify', nina, begun('handover', 'globex'), false],
    [
      'the same after our mail proved it',
      nina,
      { ...begun('handover', 'globex'), addressProven: true },
      true,
    ],
  ])('%s: %#', (_name, account, user, expected) => {
    expect(mayAcceptAs(account, user, invite)).toBe(expected);
  });

  it.each([
    ['another account [ANSWER-01]', { ...nina, uid: 'other' }],
    ['another address', { ...nina, email: 'other@people.example' }],
    ['no address', { ...nina, email: null }],
  ])('is for the invited account alone, not for %s', (_name, account) => {
    expect(isInvitedAccount(account, invite)).toBe(false);
    expect(mayAcceptAs(account, existing, invite)).toBe(false);
    expect(isInvitedAccount(nina, invite)).toBe(true);
  });
});
