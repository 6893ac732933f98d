/** The `mail` of an invitation, from its first asking to being asked for again. Pure. */
import type { PendingInviteDocument, Written } from '../contract/documents.ts';

/** Longer than a task is repeated (`MAIL_RETRY`): what says `queued` after that has been lost. */
const LOST_AFTER_MILLIS = 3600_000;

export type InviteMail = Written<PendingInviteDocument>['mail'];

/** @returns the `mail` of a new invitation: written in its commit, then `enqueueMail(task, 1)`. */
export function firstMail(now: Date): InviteMail {
  return { state: 'queued', attempts: 0, error: null, at: now, sends: 1, sendingUntil: null };
}

/**
 * @param mail what the transaction read.
 * @returns what to write to have the current link mailed once more, and then `enqueueMail(task, sends)`; undefined while
 *   a mail is on its way already.
 */
export function nextMail(mail: PendingInviteDocument['mail'], now: Date): InviteMail | undefined {
  const isOnItsWay = mail.state === 'queued' && now.getTime() - mail.at.toMillis() < LOST_AFTER_MILLIS;
  if (isOnItsWay) return undefined;
  return { ...firstMail(now), sends: mail.sends + 1 };
}
