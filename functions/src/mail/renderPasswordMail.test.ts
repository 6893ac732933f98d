import { describe, expect, it } from 'vitest';
import type { PasswordMailKind } from './passwordMailWords.ts';
import { renderPasswordMail } from './renderPasswordMail.ts';

const link = `https://app.example/auth/action#${'ab'.repeat(32)}`;

describe('the mail about a new password', () => {
  it.each<[PasswordMailKind, RegExp, boolean]>([
    ['code', /Choose a new one with this link. The link works once, within 60 minutes/, true],
    ['secret', /signs out everybody who was signed in to the account before/, true],
    ['provider', /you sign in with Google/, true],
    ['ask', /Ask your HRX contact/, false],
  ])('says what to do, in both parts: %s', async (kind, words, hasLink) => {
    const { subject, html, text } = await renderPasswordMail({ kind, link });
    expect(subject).toBe('Your new password');
    for (const part of [html, text]) {
      expect(part).toMatch(words);
      expect(part).toContain('you need not do anything');
      expect(part.includes(link)).toBe(hasLink);
    }
  });
});
