import { describe, expect, it } from 'vitest';
import { testInviteMail } from '../testing/testInviteMail.ts';
import { brokenWordOf } from './brokenWordOf.ts';
import type { InviteMailModel } from './templates/inviteMailWords.ts';
import { renderInviteMail } from './templates/renderInviteMail.ts';
import { renderRecoveryMail } from './templates/renderRecoveryMail.ts';

const brokenOf = async (given: Partial<Record<keyof InviteMailModel, unknown>>) =>
  brokenWordOf(await renderInviteMail({ ...testInviteMail(), ...given } as InviteMailModel));

describe('a mail in which a value is missing', () => {
  it.each<[string, Partial<Record<keyof InviteMailModel, unknown>>, string]>([
    ['a name', { firstName: undefined }, 'undefined'],
    ['a company', { tenantName: null }, 'null'],
    ['the link', { link: undefined }, 'undefined'],
    ['the address of the web app', { link: `undefined/invite#${'ab'.repeat(32)}` }, 'undefined'],
    [
      'a name, beside a message that says the word',
      { firstName: undefined, message: 'not undefined' },
      'undefined',
    ],
    ['an object where a text belongs', { tenantName: { name: 'Acme' } }, '[object Object]'],
  ])('is found: %s [MAIL-11]', async (_name, given, word) => {
    expect(await brokenOf(given)).toBe(word);
  });

  it.each<[string, Partial<InviteMailModel>]>([
    ['nothing is missing', {}],
    ['there is no message', { message: null }],
    ['somebody is called Null', { firstName: 'Null' }],
    ['a person writes the word', { message: 'The field must not be null or undefined.' }],
    ['a company has it in its name', { tenantName: 'dev/null Hosting' }],
    ['it is part of another word', { message: 'nullify, annull, undefinedly, NaNo' }],
  ])('is none where %s [MAIL-11]', async (_name, given) => {
    expect(await brokenOf(given)).toBeUndefined();
  });

  it('is found in a mail that holds nothing typed, and in a link alone', async () => {
    const link = 'https://app.example/auth/action';
    expect(await brokenWordOf(await renderRecoveryMail({ kind: 'secret', link }))).toBeUndefined();
    expect(await brokenWordOf(await renderRecoveryMail({ kind: 'secret', link: 'undefined/x' }))).toBe(
      'undefined',
    );
    const mail = { subject: 'Hello', text: 'Hello', html: '<a href="null/x">Open</a>' };
    expect(await brokenWordOf(mail)).toBe('null');
    const style = { ...mail, html: '<html><head><style>.null{}</style></head><p class="null">Hi</p></html>' };
    expect(await brokenWordOf(style)).toBeUndefined();
  });
});
