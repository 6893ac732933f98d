/** The inbox of the suite: what was really sent by SMTP. */
import { suite } from './suite.ts';

export interface ReceivedMail {
  id: string;
  from: string;
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

/**
 * Waits for mail, looking again and again.
 * @param subject of the mails that count; all do without it.
 * @returns those mails to the address, once there are `count`.
 */
export async function waitForMails(address: string, count = 1, subject?: string): Promise<ReceivedMail[]> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const mails = (await mailsTo(address)).filter((mail) => !subject || mail.subject === subject);
    if (mails.length >= count) return mails;
    if (Date.now() > deadline) {
      throw new Error(`${mails.length} of ${count} mails “${subject ?? 'any'}” came to ${address}.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/** @returns the mail as it came over the wire, headers and all. */
export async function sourceOf({ id }: ReceivedMail): Promise<string> {
  return (await fetch(`${suite.inboxUrl}/api/messages/${id}/source`)).text();
}

/** @returns the invitation link in a mail. */
export function linkIn(mail: ReceivedMail): string {
  const link = /https?:\/\/[^\s"<>]+\/invite#[0-9a-f]{64}/.exec(mail.text)?.[0];
  if (!link) throw new Error(`There is no invitation link in this mail:\n${mail.text}`);
  return link;
}

/** @returns the link to decline in the mail of an invitation. */
export function declineLinkIn(mail: ReceivedMail): string {
  const link = /https?:\/\/[^\s"<>]+\/invite\?decline#[0-9a-f]{64}/.exec(mail.text)?.[0];
  if (!link) throw new Error(`There is no link to decline in this mail:\n${mail.text}`);
  return link;
}

/** @returns the link to the page for a new password, or to the one that signs in, in a mail. */
export function actionLinkIn(mail: ReceivedMail): string {
  const link = /https?:\/\/[^\s"<>]+\/auth\/action[?#][^\s"<>]+/.exec(mail.text)?.[0];
  if (!link) throw new Error(`There is no link about an account in this mail:\n${mail.text}`);
  return link;
}

const SUBJECTS = { password: 'Your HRX Invites password', 'sign-in': 'Sign in to HRX Invites' } as const;

/** Waits for it. @param count which one, of those that answer this wish: 2 for the second. */
export async function newRecoveryMail(
  address: string,
  wish: keyof typeof SUBJECTS,
  count = 1,
): Promise<ReceivedMail> {
  const mails = await waitForMails(address, count, SUBJECTS[wish]);
  return mails[count - 1]!;
}
