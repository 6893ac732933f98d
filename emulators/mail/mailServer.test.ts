import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Mail } from './mailbox.ts';
import { startMailServer, type MailServer } from './startMailServer.ts';

const HOST = '127.0.0.1';
let server: MailServer;
let inbox: string;

beforeAll(async () => {
  server = await startMailServer(HOST, 0, 0);
  inbox = `http://${HOST}:${server.ports.inbox}`;
});
afterAll(() => server.close());
beforeEach(async () => {
  await fetch(`${inbox}/api/messages`, { method: 'DELETE' });
  await fetch(`${inbox}/api/refusals`, { method: 'DELETE' });
});

function send(to: string | string[], subject = 'Hello') {
  return createTransport(`smtp://${HOST}:${server.ports.smtp}`).sendMail({
    from: 'Acme <invites@hrx.example>',
    to,
    subject,
    text: 'Come in – über die Brücke.',
    html: '<p>Come <b>in</b> – über die Brücke.</p>',
  });
}

async function messages(query = ''): Promise<Mail[]> {
  return (await (await fetch(`${inbox}/api/messages${query}`)).json()) as Mail[];
}

function refuse(body: unknown) {
  return fetch(`${inbox}/api/refusals`, { method: 'POST', body: JSON.stringify(body) });
}

describe('the mail server', () => {
  it('keeps what was sent over SMTP: address, subject, text and HTML [MAIL-09]', async () => {
    await send('Ivy@Example.com');

    const [mail] = await messages();
    expect(mail).toMatchObject({
      to: 'ivy@example.com',
      from: 'Acme <invites@hrx.example>',
      subject: 'Hello',
      text: expect.stringContaining('über die Brücke') as string,
      html: expect.stringContaining('<b>in</b>') as string,
    });
    expect(Date.parse(mail!.at)).not.toBeNaN();
  });

  it('lists the mails to one address, oldest first, and everything without an address [MAIL-09]', async () => {
    await send('ivy@example.com', 'first');
    await send('otto@example.com', 'other');
    await send('ivy@example.com', 'second');

    expect((await messages('?to=IVY@example.com')).map(({ subject }) => subject)).toEqual([
      'first',
      'second',
    ]);
    expect(await messages()).toHaveLength(3);
  });

  it('keeps a copy for each recipient', async () => {
    await send(['ivy@example.com', 'otto@example.com']);

    expect((await messages()).map(({ to }) => to)).toEqual(['ivy@example.com', 'otto@example.com']);
  });

  it('gives the message as it came over the wire', async () => {
    await send('ivy@example.com');
    const [mail] = await messages();

    const source = await (await fetch(`${inbox}/api/messages/${mail!.id}/source`)).text();

    expect(source).toMatch(/^Subject: Hello\r$/m);
  });

  it('forgets the mails to one address, and leaves the others', async () => {
    await send('ivy@example.com');
    await send('otto@example.com');

    await fetch(`${inbox}/api/messages?to=ivy@example.com`, { method: 'DELETE' });

    expect((await messages()).map(({ to }) => to)).toEqual(['otto@example.com']);
  });

  it('refuses as many messages to an address as a test asks for, with the words of the test', async () => {
    await refuse({ to: 'ivy@example.com', code: 550, message: 'No such mailbox', count: 2 });

    await expect(send('ivy@example.com')).rejects.toMatchObject({
      responseCode: 550,
      response: expect.stringContaining('No such mailbox') as string,
    });
    await expect(send('ivy@example.com')).rejects.toMatchObject({ responseCode: 550 });
    await send('otto@example.com');
    await send('ivy@example.com');

    expect((await messages()).map(({ to }) => to)).toEqual(['otto@example.com', 'ivy@example.com']);
  });

  it('refuses for now, to any address, when a test asks for that', async () => {
    await refuse({ code: 451 });

    await expect(send('ivy@example.com')).rejects.toMatchObject({ responseCode: 451 });
    await send('ivy@example.com');

    expect(await messages()).toHaveLength(1);
  });

  it('says what is wrong with a refusal that it does not understand', async () => {
    const response = await refuse({ code: 250 });

    expect(response.status).toBe(400);
    expect(await response.text()).toContain('400 to 599');
    await send('ivy@example.com');
    expect(await messages()).toHaveLength(1);
  });

  it('tells a page that listens about every change', async () => {
    const response = await fetch(`${inbox}/api/changes`);
    const lines = response.body!.pipeThrough(new TextDecoderStream()).getReader();

    expect((await lines.read()).value).toBe('data: hello\n\n');
    await send('ivy@example.com');
    expect((await lines.read()).value).toBe('data: changed\n\n');
    await lines.cancel();
  });

  it('serves the page, its style and its script', async () => {
    const types = await Promise.all(
      ['/', '/inbox.css', '/inbox.js'].map(async (path) =>
        (await fetch(inbox + path)).headers.get('content-type'),
      ),
    );

    expect(types).toEqual(['text/html; charset=utf-8', 'text/css', 'text/javascript']);
    expect((await fetch(`${inbox}/nothing`)).status).toBe(404);
  });
});
