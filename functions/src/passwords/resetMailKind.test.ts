import { expect, it } from 'vitest';
import type { UserDocument } from '../contract/documents.ts';
import { newUserDocument, ownUid, type Account } from '../users/userAccount.ts';
import { resetMailKind, type ResetMailKind } from './resetMailKind.ts';

const at = { toMillis: () => 0 };
const proven: Account = {
  uid: 'otto',
  email: 'otto@people.example',
  emailVerified: true,
  disabled: false,
  providers: ['password'],
  tokensValidAfterMillis: null,
  secondFactors: 0,
  customClaims: {},
};
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

it.each<[string, Account, UserDocument | undefined, ResetMailKind]>([
  ['a proven account', proven, undefined, 'code'],
  [
    'a proven account with Google and a password',
    { ...proven, providers: ['google.com', 'password'] },
    undefined,
    'code',
  ],
  ['a proven account with Google alone', { ...proven, providers: ['google.com'] }, undefined, 'provider'],
  ['a proven account without any way in yet', { ...proven, providers: [] }, undefined, 'code'],
  ['an unproven account', unproven, undefined, 'secret'],
  ['a handed-over account', unproven, handedOver, 'secret'],
  ['a handed-over account after a click to verify', proven, handedOver, 'secret'],
  [
    'a handed-over account that our mail has proven',
    proven,
    user({ ...handedOver, addressProven: true }),
    'code',
  ],
  ['an account that is half reclaimed', proven, user({ reclaim: { holder: 'h', until: at } }), 'secret'],
  ['a member whose address nobody proved', unproven, user({ memberships: member }), 'ask'],
  ['an account that nobody used', made, undefined, 'invitation'],
  ['a disabled account', { ...proven, disabled: true }, undefined, 'nothing'],
])('%s gets the right mail', (_name, account, facts, kind) => {
  expect(resetMailKind(account, { user: facts, staff: undefined })).toBe(kind);
});
