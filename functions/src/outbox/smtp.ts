/** Mail over SMTP, through nodemailer. */
import { redact } from '../platform/log.ts';
import type { OutgoingMail, SendMail, SmtpAnswer } from './outgoingMail.ts';
import { smtpOptions } from './smtpOptions.ts';

const WORDS_LENGTH_MAX = 200;

export interface SmtpSettings {
  /** `SMTP_URI`. */
  uri(): string;
  /** `MAIL_FROM`: the sender of every mail. */
  from(): string;
}

/** @returns what sends through that server. nodemailer is loaded with the first mail. */
export function smtpSender(settings: SmtpSettings): SendMail {
  return async (mail) => {
    const options = smtpOptions(settings.uri());
    const message = messageOf(mail, settings.from());
    const { createTransport } = await import('nodemailer');
    const transport = createTransport(options);
    try {
      await transport.sendMail(message);
      return { taken: true };
    } catch (thrown) {
      return answerOf(thrown);
    } finally {
      transport.close();
    }
  };
}

/** `Name <address@domain>`, or the address alone. */
const FROM = /^(?:(?<name>[^<>@\r\n]*?)\s*<)?(?<address>[^\s<>@]+@(?<domain>[^\s<>@]+))>?$/;

function messageOf(
  { to, messageKey, fromName, replyTo, unsubscribeUrl, ...mail }: OutgoingMail,
  from: string,
) {
  const sender = FROM.exec(from.trim())?.groups;
  if (!sender) throw new Error('MAIL_FROM is not written as Name <address@domain>.');
  const { name = '', address = '', domain } = sender;
  return {
    ...mail,
    from: oneAddress(address, fromName ?? name.replace(/^"(.*)"$/, '$1')),
    to: oneAddress(to),
    ...(replyTo !== undefined && { replyTo: oneAddress(replyTo) }),
    messageId: `<${messageKey}@${domain}>`,
    // RFC 3834, 5: no holiday notices for these.
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribeUrl !== undefined && {
        'List-Unsubscribe': `<${unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  };
}

/** As an object it is one address, whatever it holds, and no list; nodemailer encodes the name (RFC 2047). */
function oneAddress(address: string, name = '') {
  return { name, address };
}

/** What nodemailer throws. */
interface SmtpError extends Error {
  code?: string;
  /** RFC 5321, 4.2.1: 4yz may be tried again, 5yz not. */
  responseCode?: number;
  response?: string;
  /** What the server answered to. */
  command?: string;
}

/** Where a 5yz is about this mail. Before, it is about us: no TLS, a wrong login, a sender that may not send. */
const COMMANDS_OF_MAIL = new Set<unknown>(['RCPT TO', 'DATA']);

/** @returns what the server said, or that it said nothing. */
function answerOf(thrown: unknown): SmtpAnswer {
  const error: SmtpError = thrown instanceof Error ? thrown : new Error(String(thrown));
  const permanent = (error.responseCode ?? 0) >= 500 && COMMANDS_OF_MAIL.has(error.command);
  const silence = `We couldn't connect to the email server (${error.code ?? error.name}).`;
  return { taken: false, permanent, words: error.response ? cleanWords(error.response) : silence };
}

/** @returns one short line, without addresses, secrets or characters that nobody sees. */
function cleanWords(words: string): string {
  return redact(words)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, WORDS_LENGTH_MAX);
}
