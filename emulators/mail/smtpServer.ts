/** A real SMTP server whose mail goes into the mailbox and nowhere else. */
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import type { Mailbox } from './mailbox.ts';
import type { Refusals } from './refusals.ts';

/**
 * @returns a server that is not listening yet: plain SMTP (RFC 5321) without TLS or a login. A planned refusal is
 *   answered to `RCPT TO`, where real servers refuse an address.
 */
export function createSmtpServer(mailbox: Mailbox, refusals: Refusals): SMTPServer {
  return new SMTPServer({
    banner: 'the local inbox',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 500,
    onRcptTo({ address }, _session, callback) {
      const refusal = refusals.next(address);
      callback(refusal && Object.assign(new Error(refusal.message), { responseCode: refusal.code }));
    },
    onData(stream, session, callback) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      buffer(stream)
        .then((source) => mailbox.deliver(source, recipients))
        .then(
          () => callback(),
          (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
        );
    },
  });
}
