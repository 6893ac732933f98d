/** The `mail` of an invitation, from its first asking to being asked for again. Pure. */
import type { PendingInviteDocument, Written } from '../contract/documents.ts';

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
  if (mail.state === 'queued') return undefined;
  return { ...firstMail(now), sends: mail.sends + 1 };
}
