import { describe, expect, it } from 'vitest';
import { testAccount } from '../testing/testAccount.ts';
import {
  factsWithoutDocument,
  isNeverUsed,
  isProven,
  newUserDocument,
  ownUid,
  type UserFacts,
} from './account.ts';

const OURS = ownUid('0123456789abcdef01234567');
const made = testAccount({
  uid: OURS,
  email: 'nina@acme.example',
});
const invited: UserFacts = { origin: 'invited', begun: null, addressProven: null, reclaim: null };

function proven(email: string): UserFacts['addressProven'] {
  return { email, at: { toMillis: () => 0 } };
}

function begun(by: 'mail' | 'handover'): UserFacts {
  return { ...invited, begun: { by, tenantId: 'acme', at: { toMillis: () => 0 } } };
}

describe('never used', () => {
  it('is the account that we made and nobody touched [PROOF-03]', () => {
    expect(isNeverUsed(made, invited)).toBe(true);
  });

  it.each([
    ['has begun by mail [PROOF-03]', made, begun('mail')],
    ['has begun by hand-over', made, begun('handover')],
    ['has a way to sign in', { ...made, providers: ['password'] }, invited],
    ['was there before', made, { ...invited, origin: 'existing' as const }],
  ])('is no account that %s', (_name, account, user) => {
    expect(isNeverUsed(account, user)).toBe(false);
  });
});

describe('proven', () => {
  const verified = { ...made, emailVerified: true };

  it.each([
    ['verified, never begun [PROOF-04]', verified, invited, true],
    ['verified, begun by mail', verified, begun('mail'), true],
    ['verified by a click after a hand-over', verified, begun('handover'), false],
    [
      'begun by hand-over, then proven by our mail',
      verified,
      { ...begun('handover'), addressProven: proven('nina@acme.example') },
      true,
    ],
    [
      'verified, and a reclaim is not finished',
      verified,
      {
        ...invited,
        addressProven: proven('nina@acme.example'),
        reclaim: { holder: 'h', until: { toMillis: () => 0 } },
      },
      false,
    ],
    [
      'begun by hand-over, proven by our mail, and of another address by now [ATTACK-32]',
      verified,
      { ...begun('handover'), addressProven: proven('old@acme.example') },
      false,
    ],
    [
      'begun by hand-over, and without an address by now',
      { ...verified, email: null },
      { ...begun('handover'), addressProven: proven('nina@acme.example') },
      false,
    ],
    ['not verified', made, begun('mail'), false],
    [
      'not verified, whatever we wrote',
      made,
      { ...begun('handover'), addressProven: proven('nina@acme.example') },
      false,
    ],
  ])('%s', (_name, account, user, expected) => {
    expect(isProven(account, user)).toBe(expected);
  });
});

describe('an account without a document [DATA-10]', () => {
  it.each([
    [OURS, 'invited'],
    ['4mK1cY8bQ0aVt2Zr5XwLs9Ne7uP3', 'existing'],
    ['inv_short', 'existing'],
    [`${OURS}0`, 'existing'],
  ])('%s is %s', (uid, origin) => {
    expect(factsWithoutDocument(uid).origin).toBe(origin);
    expect(newUserDocument(uid, { tenantId: 'acme', inviteId: 'i1' }).madeBy).toEqual(
      origin === 'invited' ? { tenantId: 'acme', inviteId: 'i1' } : null,
    );
  });
});
