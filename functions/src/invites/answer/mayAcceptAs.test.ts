import { describe, expect, it } from 'vitest';
import { testAccount } from '../../testing/testAccount.ts';
import type { PendingInviteDocument } from '../../contract/documents.ts';
import { DEFAULT_SECURITY_LEVEL } from '../../contract/roles.ts';
import type { UserFacts } from '../../domain/account.ts';
import { isInvitedAccount, mayAcceptAs, mayDeclineAs } from './mayAcceptAs.ts';

const invite = {
  uid: 'nina',
  email: 'nina@people.example',
  tenantId: 'acme',
  role: 'Worker',
  securityLevel: '2',
  permissions: [],
} as const satisfies Partial<PendingInviteDocument>;

const nina = testAccount({
  uid: 'nina',
  email: 'nina@people.example',
  emailVerified: true,
  providers: ['password'],
});
const unproven = { ...nina, emailVerified: false };
const existing: UserFacts = { origin: 'existing', begun: null, addressProven: null, reclaim: null };

function proven(email: string): UserFacts['addressProven'] {
  return { email, at: { toMillis: () => 0 } };
}

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
      { ...begun('handover', 'globex'), addressProven: proven('nina@people.example') },
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

describe('accepting what gives power', () => {
  const powers: [string, Pick<PendingInviteDocument, 'role' | 'securityLevel' | 'permissions'>][] = [
    ['Admin', { role: 'Admin', securityLevel: '7', permissions: [] }],
    ['Admin at a low level', { role: 'Admin', securityLevel: '2', permissions: [] }],
    ['a permission', { role: 'Worker', securityLevel: '2', permissions: ['members:read'] }],
    ['a level above the role’s own', { role: 'Worker', securityLevel: '3', permissions: [] }],
  ];
  it.each(powers)('%s takes a proven address, and may be declined without [ATTACK-31]', (_name, power) => {
    const offer = { ...invite, ...power, permissions: [...power.permissions] };
    expect(mayAcceptAs(unproven, begun('handover', 'acme'), offer)).toBe(false);
    expect(mayDeclineAs(unproven, begun('handover', 'acme'), offer)).toBe(true);
    const known = { ...begun('handover', 'acme'), addressProven: proven('nina@people.example') };
    expect(mayAcceptAs(nina, known, offer)).toBe(true);
    expect(mayAcceptAs(nina, existing, offer)).toBe(true);
  });

  it('every role at its own level may be accepted by who began here', () => {
    for (const role of ['Customer', 'Worker', 'Recruiter', 'Manager'] as const) {
      const offer = { ...invite, role, securityLevel: DEFAULT_SECURITY_LEVEL[role], permissions: [] };
      expect(mayAcceptAs(unproven, begun('handover', 'acme'), offer)).toBe(true);
    }
  });
});
