import { describe, expect, it } from 'vitest';
import { testAccount } from '../../testing/testAccount.ts';
import { newUserDocument, ownUid, type Account } from '../../domain/account.ts';
import { accountWords } from './inviteMailWords.ts';

const made = testAccount({
  uid: ownUid('0123456789abcdef01234567'),
  email: 'nina@people.example',
});
const una: Account = { ...made, uid: 'una', providers: ['password'] };
const withPassword = { sendPasswordReset: true };

function begun(by: 'mail' | 'handover') {
  const user = newUserDocument(made.uid, { tenantId: 'acme', inviteId: 'i1' });
  return { ...user, begun: { by, tenantId: 'acme', at: { toMillis: () => 0 } } } as never;
}

describe('whose account a mail is about', () => {
  it.each([
    ['is new where nobody ever used it [MAIL-05]', made, undefined, 'new'],
    ['exists where a hand-over link began it', made, begun('handover'), 'existing'],
    ['exists where our mail began it, before its password is set', made, begun('mail'), 'existing'],
    [
      'exists where it was there before, and is proven',
      { ...una, emailVerified: true },
      undefined,
      'existing',
    ],
    ['is unproven where it was there before, and nobody proved it [MAIL-05]', una, undefined, 'unproven'],
    [
      'is unproven where somebody else gave it a password',
      { ...made, providers: ['password'] },
      undefined,
      'unproven',
    ],
    [
      'is disabled, whatever else it is [ACC-05]',
      { ...una, disabled: true, emailVerified: true },
      undefined,
      'disabled',
    ],
    ['is disabled also where nobody ever used it', { ...made, disabled: true }, undefined, 'disabled'],
  ] as const)('%s', (_name, account, user, words) => {
    expect(accountWords(account, user, withPassword)).toBe(words);
  });

  it('needs no password only where the inviter wants none, and nobody used it [MAIL-05]', () => {
    expect(accountWords(made, undefined, { sendPasswordReset: false })).toBe('passwordless');
    expect(accountWords(una, undefined, { sendPasswordReset: false })).toBe('unproven');
  });
});
