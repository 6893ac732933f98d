import { expect, it } from 'vitest';
import type { UserDocument } from '../../contract/documents.ts';
import { testAccount } from '../../testing/testAccount.ts';
import { newUserDocument, ownUid, type Account } from '../../domain/account.ts';
import { recoveryMailKind } from './recoveryMailKind.ts';

const at = { toMillis: () => 0 };
const proven = testAccount({
  uid: 'otto',
  email: 'otto@people.example',
  emailVerified: true,
  providers: ['password'],
});
const unproven = { ...proven, emailVerified: false };
const made = { ...unproven, uid: ownUid('0123456789abcdef01234567'), providers: [] };

function user(fields: Partial<UserDocument>): UserDocument {
  const blank = newUserDocument('otto', { tenantId: 'acme', inviteId: 'i1' });
  return { ...(blank as unknown as UserDocument), ...fields };
}
const member = {
  acme: { role: 'Worker', securityLevel: '2', state: 'active', inClaims: true, since: at },
} as const;
const handedOver = user({ begun: { by: 'handover', tenantId: 'acme', at }, memberships: member });

/** A row for each account: what it is mailed when it asks for a new password, and when for a sign-in link. */
it.each<[string, Account, UserDocument | undefined, ...ReturnType<typeof recoveryMailKind>[]]>([
  ['a proven account', proven, undefined, 'code', 'sign-in'],
  [
    'a proven account with Google and a password',
    { ...proven, providers: ['google.com', 'password'] },
    undefined,
    'code',
    'sign-in',
  ],
  [
    'a proven account with Google alone',
    { ...proven, providers: ['google.com'] },
    undefined,
    'provider',
    'sign-in',
  ],
  ['a proven account without any way in yet', { ...proven, providers: [] }, undefined, 'code', 'sign-in'],
  ['an unproven account', unproven, undefined, 'secret', 'password-first'],
  ['a handed-over account', unproven, handedOver, 'secret', 'password-first'],
  ['a handed-over account after a click to verify', proven, handedOver, 'secret', 'password-first'],
  [
    'a handed-over account that our mail has proven',
    proven,
    user({ ...handedOver, addressProven: { email: 'otto@people.example', at } }),
    'code',
    'sign-in',
  ],
  [
    'an account that is half reclaimed',
    proven,
    user({ reclaim: { holder: 'h', until: at } }),
    'secret',
    'password-first',
  ],
  [
    'an account that its mailed link began, before anything was set',
    made,
    user({ origin: 'invited', begun: { by: 'mail', tenantId: 'acme', at } }),
    'secret',
    'password-first',
  ],
  [
    'a member whose address nobody proved',
    unproven,
    user({ memberships: member }),
    'ask-about-password',
    'ask-about-sign-in',
  ],
  ['an account that nobody used', made, undefined, 'invitation', 'invitation'],
  [
    'an account that nobody used, verified by other means',
    { ...made, emailVerified: true },
    undefined,
    'code',
    'sign-in',
  ],
  ['a disabled account', { ...proven, disabled: true }, undefined, 'nothing', 'nothing'],
])('%s gets the right mail', (_name, account, known, password, signIn) => {
  const facts = { user: known, staff: undefined };
  expect(recoveryMailKind(account, facts, 'password')).toBe(password);
  expect(recoveryMailKind(account, facts, 'sign-in')).toBe(signIn);
});
