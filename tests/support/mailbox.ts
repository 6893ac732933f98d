/** The inbox of the suite: what was really sent by SMTP. */
import { suite } from './suite.ts';

export interface ReceivedMail {
  to: string;
  subject: string;
  text: string;
  html: string;
  at: string;
}

export async function mailsTo(address: string): Promise<ReceivedMail[]> {
  const response = await fetch(`${suite.inboxUrl}/api/messages?to=${encodeURIComponent(address)}`);
  return (await response.json()) as ReceivedMail[];
}

/** Waits for mail, looking again and again. @returns all mails to the address, once there are `count`. */
export async function waitForMails(address: string, count = 1): Promise<ReceivedMail[]> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const mails = await mailsTo(address);
    if (mails.length >= count) return mails;
    if (Date.now() > deadline) throw new Error(`${mails.length} of ${count} mails came to ${address}.`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/** @returns the invitation link in a mail. */
export function linkIn(mail: ReceivedMail): string {
  const link = /https?:\/\/[^\s"<>]+\/invite#[0-9a-f]{64}/.exec(mail.text)?.[0];
  if (!link) throw new Error(`There is no invitation link in this mail:\n${mail.text}`);
  return link;
}

/** @returns the link to the page for a new password in a mail. */
export function resetLinkIn(mail: ReceivedMail): string {
  const link = /https?:\/\/[^\s"<>]+\/auth\/action[?#][^\s"<>]+/.exec(mail.text)?.[0];
  if (!link) throw new Error(`There is no link to a new password in this mail:\n${mail.text}`);
  return link;
}

/** Waits for it. @returns the newest mail about a new password. @param seen how many mails of any kind were there before. */
export async function newResetMail(address: string, seen = 0): Promise<ReceivedMail> {
  for (let count = seen + 1; ; count += 1) {
    const newest = (await waitForMails(address, count)).slice(seen).findLast(isAboutPassword);
    if (newest) return newest;
  }
}

function isAboutPassword({ subject }: ReceivedMail): boolean {
  return subject === 'Your new password';
}
