import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startMailServer, type MailServer } from '../../../emulators/mail/startMailServer.ts';
import type { OutgoingMail } from './outgoingMail.ts';
import { smtpSender } from './smtp.ts';

const HOST = '127.0.0.1';
/** Reaches this machine too, but nobody need know: a host like any other. */
const OTHER_HOST = '127.0.0.2';
const mail: OutgoingMail = {
  to: 'nina@example.com',
  subject: 'Adam Reyes invites you to Acme Staffing',
  html: '<p>Come in</p>',
  text: 'Come in',
  messageKey: 'abc123',
};

let server: MailServer;
let inbox: string;
beforeAll(async () => {
  server = await startMailServer('0.0.0.0', 0, 0);
  inbox = `http://${HOST}:${server.ports.inbox}`;
});
afterAll(() => server.close());
beforeEach(async () => {
  await fetch(`${inbox}/api/messages`, { method: 'DELETE' });
  await fetch(`${inbox}/api/refusals`, { method: 'DELETE' });
});

function sender(uri = `smtp://${HOST}:${server.ports.smtp}`, from = 'HRX Invites <invites@hrx.example>') {
  return smtpSender({ uri: () => uri, from: () => from });
}

async function sourceOf(id: string | undefined): Promise<string> {
  return (await fetch(`${inbox}/api/messages/${id}/source`)).text();
}

/** @returns the headers of this mail as they arrived, each on one line. */
async function headOf(outgoing: OutgoingMail): Promise<string> {
  expect(await sender()(outgoing)).toEqual({ taken: true });
  const [message] = await received();
  const [head = ''] = (await sourceOf(message?.id)).split('\r\n\r\n');
  return head.replaceAll('\r\n ', ' ');
}

async function received(): Promise<
  { id: string; from: string; to: string | string[]; subject: string; text: string }[]
> {
  return (await (await fetch(`${inbox}/api/messages`)).json()) as Awaited<ReturnType<typeof received>>;
}

function refuse(code: number, message: string) {
  return fetch(`${inbox}/api/refusals`, { method: 'POST', body: JSON.stringify({ code, message }) });
}

describe('mail over SMTP', () => {
  it('arrives with one recipient, the fixed sender, both parts and a stable id [MAIL-01]', async () => {
    expect(await sender()(mail)).toEqual({ taken: true });
    const [message] = await received();
    const source = await sourceOf(message?.id);
    const [head = ''] = source.split('\r\n\r\n');
    expect(head).toMatch(/^From: HRX Invites <invites@hrx.example>$/m);
    expect(head).toMatch(/^To: nina@example.com$/m);
    expect(head).toMatch(/^Message-ID: <abc123@hrx.example>$/m);
    expect(head).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(head).not.toMatch(/^(?:Cc|Bcc|Reply-To):/im);
    expect(source).toContain('Come in');
    expect(source).toContain('<p>Come in</p>');
  });

  it('has a button "Unsubscribe" where there is something to end, and only there [MAIL-15]', async () => {
    const unsubscribeUrl = `https://us-central1-demo.cloudfunctions.net/unsubscribe/${'ab'.repeat(32)}`;
    const head = await headOf({ ...mail, unsubscribeUrl });
    expect(head).toContain(`\r\nList-Unsubscribe: <${unsubscribeUrl}>\r\n`);
    expect(head).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
    await fetch(`${inbox}/api/messages`, { method: 'DELETE' });
    expect(await headOf(mail)).not.toContain('List-Unsubscribe');
  });

  it('shows the name of the company before our address, encoded, and has answers go where it says [MAIL-01, MAIL-13]', async () => {
    const head = await headOf({
      ...mail,
      fromName: 'Łódź, "Söhne" via HRX Invites',
      replyTo: 'hr@acme.example',
    });
    expect(head).toMatch(/^From: (?:=\?UTF-8\?Q\?[\x21-\x7e]+\?= )+<invites@hrx.example>$/m);
    expect(head).toMatch(/^Reply-To: hr@acme.example$/m);
    expect((await received())[0]?.from).toBe('Łódź, "Söhne" via HRX Invites <invites@hrx.example>');
  });

  it('takes no header out of a name, and no second address out of a reply address [MAIL-01]', async () => {
    const head = await headOf({
      ...mail,
      subject: 'Hello\r\nBcc: b@evil.example',
      fromName: 'Acme <c@evil.example>\r\nBcc: b@evil.example',
      replyTo: 'a@acme.example, b@evil.example\r\nBcc: b@evil.example',
    });
    expect(head).not.toMatch(/^(?:Bcc|Cc):/im);
    expect(head.match(/^From: .*$/gm)).toHaveLength(1);
    expect(head).toMatch(/<invites@hrx.example>$/m);
    expect(await received()).toHaveLength(1);
  });

  it.each([
    'a@example.com, b@example.com',
    'a@example.com\r\nBcc: b@example.com',
    'A <a@example.com>, b@example.com',
  ])('never goes to two addresses: %j [MAIL-01]', async (to) => {
    await sender()({ ...mail, to }).catch(() => undefined);
    const messages = await received();
    // Each copy lies in the inbox under the one address that it went to.
    expect(new Set(messages.flatMap((message) => message.to)).size).toBeLessThan(2);
    for (const message of messages) {
      const source = await sourceOf(message.id);
      expect(source).not.toMatch(/^Bcc:/im);
      expect([message.to].flat()).toHaveLength(1);
    }
  });

  it('can be tried again when the server says 4yz, in its own words without addresses', async () => {
    await refuse(450, 'Greylisted nina@example.com, come back later');
    const answer = await sender()(mail);
    expect(answer).toMatchObject({ taken: false, permanent: false });
    expect(answer).toHaveProperty('words', expect.stringMatching(/Greylisted … ?, come back later/));
    expect(await sender()(mail)).toEqual({ taken: true });
  });

  it('is refused for good when the server says 5yz', async () => {
    await refuse(550, 'No such mailbox');
    expect(await sender()(mail)).toMatchObject({
      taken: false,
      permanent: true,
      words: expect.stringContaining('No such mailbox') as string,
    });
  });

  it('can be tried again when nobody listens', async () => {
    const port = await closedPort();
    const words = "We couldn't connect to the email server (ESOCKET).";
    expect(await sender(`smtp://${HOST}:${port}`)(mail)).toEqual({ taken: false, permanent: false, words });
  });

  it('never goes in plain text to another host, though its server knows no TLS [MAIL-02]', async () => {
    const answer = await sender(`smtp://${OTHER_HOST}:${server.ports.smtp}`)(mail);
    // The answer to STARTTLS: https://www.rfc-editor.org/rfc/rfc5321#section-4.2.2
    expect(answer).toEqual({ taken: false, permanent: false, words: '500 Error: command not recognized' });
    expect(await received()).toEqual([]);
  });

  it('never goes to another host whose certificate nobody vouches for [MAIL-02]', async () => {
    const received: unknown[] = [];
    const selfSigned = new SMTPServer({
      authOptional: true,
      // The built-in certificate is what this is about.
      logger: false,
      onData: (_stream, session, callback) => callback(received.push(session) ? null : undefined),
    });
    const listener = selfSigned.listen(0, OTHER_HOST);
    await once(listener, 'listening');
    const { port } = listener.address() as AddressInfo;
    const answer = await sender(`smtp://${OTHER_HOST}:${port}`)(mail);
    await new Promise<void>((resolve) => selfSigned.close(resolve));
    expect(answer).toMatchObject({
      taken: false,
      permanent: false,
      words: expect.stringMatching(/\((?:ETLS|ESOCKET)\)/) as string,
    });
    expect(received).toEqual([]);
  });

  it('says what is wrong with a sender that is no address', async () => {
    await expect(sender(undefined, 'HRX Invites')(mail)).rejects.toThrow('MAIL_FROM');
  });
});

async function closedPort(): Promise<number> {
  const listener: Server = createServer();
  await new Promise<void>((resolve) => listener.listen(0, HOST, resolve));
  const { port } = listener.address() as AddressInfo;
  await new Promise((resolve) => listener.close(resolve));
  return port;
}
