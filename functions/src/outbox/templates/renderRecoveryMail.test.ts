import { describe, expect, it } from 'vitest';
import type { RecoveryMailKind } from './recoveryMailWords.ts';
import { renderRecoveryMail } from './renderRecoveryMail.ts';

const PASSWORD = 'Your new password';
const SIGN_IN = 'Signing in to HRX Invites';
const link = `https://app.example/auth/action#${'ab'.repeat(32)}`;

describe('the mail that lets somebody back in', () => {
  it.each<[RecoveryMailKind, string, RegExp, boolean]>([
    ['code', PASSWORD, /Choose a new one with this link. The link works once, within 60 minutes/, true],
    ['secret', PASSWORD, /signs out everybody who was signed in to the account before/, true],
    ['provider', PASSWORD, /you sign in with Google/, true],
    ['ask-about-password', PASSWORD, /Ask your HRX contact/, false],
    ['sign-in', SIGN_IN, /signs you in, without a password. The link works once, within 60 minutes/, true],
    ['password-first', SIGN_IN, /a link alone cannot sign you in. Choose a password with this one/, true],
    ['ask-about-sign-in', SIGN_IN, /Ask your HRX contact/, false],
  ])('says what to do, in both parts: %s', async (kind, title, words, hasLink) => {
    const { subject, html, text } = await renderRecoveryMail({ kind, link });
    expect(subject).toBe(title);
    for (const part of [html, text]) {
      expect(part).toMatch(words);
      expect(part).toContain('you need not do anything');
      expect(part.includes(link)).toBe(hasLink);
    }
  });
});
