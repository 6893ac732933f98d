import { describe, expect, it } from 'vitest';
import type { RecoveryMailKind } from './recoveryMailWords.ts';
import { renderRecoveryMail } from './renderRecoveryMail.ts';

const PASSWORD = 'Your HRX Invites password';
const SIGN_IN = 'Sign in to HRX Invites';
const link = `https://app.example/auth/action#${'ab'.repeat(32)}`;

describe('the mail that lets somebody back in', () => {
  it.each<[RecoveryMailKind, string, RegExp, boolean]>([
    ['code', PASSWORD, /choose a new password. The link works once and expires after 60 minutes/, true],
    ['secret', PASSWORD, /signs out everyone who is signed in to the account/, true],
    ['provider', PASSWORD, /You sign in with Google/, true],
    ['ask-about-password', PASSWORD, /Ask your HRX contact/, false],
    [
      'sign-in',
      SIGN_IN,
      /sign in without a password. The link works once and expires after 60 minutes/,
      true,
    ],
    ['password-first', SIGN_IN, /a link can't sign you in. Choose a password first/, true],
    ['ask-about-sign-in', SIGN_IN, /Ask your HRX contact/, false],
  ])('says what to do, in both parts: %s', async (kind, title, words, hasLink) => {
    const { subject, html, text } = await renderRecoveryMail({ kind, link });
    expect(subject).toBe(title);
    for (const part of [html.replaceAll('&#x27;', "'"), text]) {
      expect(part).toMatch(words);
      expect(part).toContain('ignore this email');
      expect(part.includes(link)).toBe(hasLink);
    }
  });
});
