import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { readInboxPage } from './inboxPage.ts';
import { createInboxServer } from './inboxServer.ts';
import { Mailbox } from './mailbox.ts';
import { Refusals } from './refusals.ts';
import { createSmtpServer } from './smtpServer.ts';

export interface MailServer {
  /** Where it listens: what was asked for, or what the system chose for a 0. */
  ports: { smtp: number; inbox: number };
  close(): Promise<void>;
}

/**
 * Starts SMTP, and the inbox (page and interface) over HTTP; mail stays in memory until it is closed.
 *
 * @throws Error of the system when a port is taken
 */
export async function startMailServer(host: string, smtp: number, inbox: number): Promise<MailServer> {
  const mailbox = new Mailbox();
  const refusals = new Refusals();
  const smtpServer = createSmtpServer(mailbox, refusals);
  const inboxServer = createInboxServer({ mailbox, refusals, page: await readInboxPage() });
  const smtpListener: Server = smtpServer.listen(smtp, host);
  inboxServer.listen(inbox, host);
  await Promise.all([once(smtpListener, 'listening'), once(inboxServer, 'listening')]);
  return {
    ports: {
      smtp: (smtpListener.address() as AddressInfo).port,
      inbox: (inboxServer.address() as AddressInfo).port,
    },
    async close() {
      const closed = once(inboxServer, 'close');
      inboxServer.close();
      inboxServer.closeAllConnections();
      await Promise.all([closed, new Promise<void>((resolve) => smtpServer.close(() => resolve()))]);
    },
  };
}
