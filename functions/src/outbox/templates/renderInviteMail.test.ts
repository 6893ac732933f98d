import { describe, expect, it } from 'vitest';
import { ROLES } from '../../contract/roles.ts';
import { testInviteMail } from '../../testing/testInviteMail.ts';
import type { AccountWords, InviteMailModel } from './inviteMailWords.ts';
import { renderInviteMail } from './renderInviteMail.ts';

const model = testInviteMail();
const render = (overrides: Partial<InviteMailModel> = {}) => renderInviteMail(testInviteMail(overrides));

/** What a person reads of the HTML. */
function visible(html: string): string {
  return html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, ' ');
}

describe('the mail of an invitation', () => {
  it('says in both parts who invites, where, as what, until when, and why one gets it [MAIL-03]', async () => {
    const { html, text } = await render();
    for (const part of [visible(html), text]) {
      expect(part).toContain('Hello Nina,');
      expect(part).toContain('Adam Abel invites you to join Acme Staffing as a Recruiter.');
      expect(part).toContain('You can invite people and see members, if an Admin allows it.');
      expect(part).toContain('expires on Sunday 29 November 2026 at 14:00 UTC (in 7 days).');
      expect(part).toContain('You received this email because Adam Abel invited you to Acme Staffing.');
      expect(part).toContain('Questions? Ask Adam Abel at Acme Staffing.');
      expect(part).toContain("You can ignore this email if you don't know Adam Abel or Acme Staffing.");
    }
  });

  it('has the same links in both parts: to answer, on the button and to copy, and to decline [MAIL-03]', async () => {
    const { html, text } = await render();
    expect([...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link]) => link)).toEqual([
      model.link,
      model.link,
      model.declineLink,
    ]);
    expect(visible(html)).toContain(model.link);
    expect(text.match(/https?:\S+/g)).toEqual([model.link, model.declineLink]);
    expect(text).toContain("Don't want to join? Decline the invitation:");
    expect(html).not.toMatch(/<(?:img|script|form|iframe|link)\b|url\(/);
  });

  it('quotes the message line by line, and leaves the quote out without one', async () => {
    const { html, text } = await render();
    expect(html).toContain('Welcome!<br/>See you on Monday.</blockquote>');
    expect(text).toContain('Message from Adam Abel:\n> Welcome!\n> See you on Monday.');
    const without = await render({ message: null });
    expect(without.html + without.text).not.toContain('Message from');
    expect(without.html).not.toContain('<blockquote');
  });

  it('takes all that people typed as text [MAIL-04]', async () => {
    const typed = `<b>"x"</b><img src=x onerror=alert(1)>&'`;
    const { html, text } = await render({
      tenantName: typed,
      inviterName: typed,
      firstName: typed,
      message: typed,
    });
    expect(html).not.toMatch(/<b>|<img|onerror=alert\(1\)>/);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(text).toContain(typed);
  });

  it('names company and person in subject and sender, and nothing else that anybody typed [MAIL-01]', async () => {
    const { subject, fromName } = await render({ firstName: 'TYPED', message: 'TYPED' });
    expect(subject).toBe('Adam Abel invites you to Acme Staffing');
    expect(fromName).toBe('Acme Staffing via HRX Invites');
    for (const role of ROLES) {
      const nameless = await render({ role, tenantName: 'a\nb', inviterName: 'a\nb' });
      expect(nameless.subject).toMatch(/^[\x20-\x7e]{1,60}$/);
      expect(nameless.fromName).toBeUndefined();
    }
  });

  it('says to reply where a reply reaches somebody [MAIL-13]', async () => {
    const { html, text } = await render({ takesReplies: true });
    for (const part of [visible(html), text]) {
      expect(part).toContain('Questions? Reply to this email to ask Acme Staffing.');
      expect(part).not.toContain('Questions? Ask');
    }
  });

  it.each<[AccountWords, RegExp]>([
    ['new', /choose a password/],
    ['passwordless', /No password needed/],
    [
      'existing',
      /You already have an account with this email address. Open the invitation and sign in as usual/,
    ],
    ['unproven', /the address was never confirmed.*choose a new password/s],
    ['disabled', /is blocked. Ask Adam Abel or your HRX contact/],
  ])('tells the owner of an account that is %s what to do [ACC-05, MAIL-05]', async (account, words) => {
    const { html, text } = await render({ account });
    expect(visible(html)).toMatch(words);
    expect(text).toMatch(words);
  });

  it('says that staff of HRX invites', async () => {
    const { text } = await render({ inviterIsHrx: true });
    expect(text).toContain('Adam Abel of HRX invites you to join Acme Staffing');
  });

  it('is a document for mail programs: 600 px, inline styles, both schemes, the tenant’s colour, a preview [MAIL-03]', async () => {
    const { html } = await render();
    expect(html).toMatch(/^<!doctype html><html lang="en"/);
    expect(html).toContain('max-width:600px');
    expect(html).toContain('@media (prefers-color-scheme: dark)');
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
    expect(html).toMatch(/background-color:#ffd400;color:#000000/);
    expect(html).toMatch(/<body[^>]*><div style="display:none[^>]*>Adam Abel invites you to Acme Staffing/);
  });

  it('shows long words, other scripts and writing from right to left as they are', async () => {
    const message = 'مرحبا بكم في الفريق';
    const firstName = 'Łucja-Ångström';
    const { html, text } = await render({ message, firstName });
    for (const part of [html, text]) {
      expect(part).toContain(message);
      expect(part).toContain(firstName);
    }
    expect(html).toMatch(/<blockquote[^>]* dir="auto"/);
  });
});
