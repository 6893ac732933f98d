import { describe, expect, it } from 'vitest';
import type { UserMembership } from '../../contract/documents.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { MemberState } from '../../contract/statuses.ts';
import { testAccount } from '../../testing/testAccount.ts';
import type { Account } from '../../domain/account.ts';
import { assertReclaimable, type ReclaimFacts } from './assertReclaimable.ts';

const una = testAccount({
  uid: 'una',
  email: 'una@people.example',
  providers: ['password', 'facebook.com'],
});
const at = { toMillis: () => 0 };
const guarded = { ...una, secondFactors: 1 };

function user(state?: MemberState, by?: 'mail' | 'handover'): ReclaimFacts['user'] {
  const membership: Omit<UserMembership, 'state'> = {
    role: 'Worker',
    securityLevel: '2',
    inClaims: true,
    since: at,
  };
  return {
    begun: by ? { by, tenantId: 'acme', at } : null,
    memberships: state ? { acme: { ...membership, state } } : {},
  };
}

describe('an account that is reclaimed', () => {
  it.each<[string, Account, ReclaimFacts['user']]>([
    ['we know nothing of', una, undefined],
    ['is in no tenant', una, user()],
    ['has an invitation that waits', una, user('invited')],
    ['is a member, begun by hand-over', una, user('active', 'handover')],
    ['is suspended, begun by hand-over', una, user('suspended', 'handover')],
    ['has a second factor and is in no tenant', guarded, user()],
  ])('is one that %s', (_name, account, facts) => {
    expect(() => assertReclaimable(account, { user: facts, staff: undefined })).not.toThrow();
  });
});

describe('an account that a person decides about [FIRST-07]', () => {
  it.each<[string, Account, ReclaimFacts['user'], ErrorCode]>([
    ['is a member', una, user('active'), 'invite/admin-needed'],
    ['is a member, begun by mail', una, user('active', 'mail'), 'invite/admin-needed'],
    ['is a suspended member', una, user('suspended'), 'invite/admin-needed'],
    ['has a second factor and is invited', guarded, user('invited'), 'invite/admin-needed'],
    [
      'has a second factor and is a member by hand-over',
      guarded,
      user('active', 'handover'),
      'invite/admin-needed',
    ],
    ['is disabled', { ...una, disabled: true }, user(), 'auth/account-disabled'],
  ])('is one that %s', (_name, account, facts, code) => {
    expect(() => assertReclaimable(account, { user: facts, staff: undefined })).toThrow(code);
  });

  it.each([true, false])('is one of staff, active (%s) or not', (active) => {
    expect(() => assertReclaimable(una, { user: user(), staff: { active, name: 'Una' } })).toThrow(
      'invite/admin-needed',
    );
  });
});
