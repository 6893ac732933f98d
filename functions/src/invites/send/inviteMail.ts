/** The `mail` of an invitation, from its first asking to being asked for again. Pure. */
import type { PendingInviteDocument, Written } from '../../contract/documents.ts';
import { foldDelivery, type Delivery } from '../../outbox/foldDelivery.ts';
import { TASK_LIVES_SECONDS } from '../../outbox/outboxTimes.ts';

export type InviteMail = Written<PendingInviteDocument>['mail'];

/** @returns the `mail` of a new invitation. */
export function firstMail(now: Date): InviteMail {
  return { state: 'queued', attempts: 0, error: null, at: now, sends: 1 };
}

/**
 * @param mail what the transaction read.
 * @returns what to write to have the current link mailed once more; undefined while a mail is on its way already.
 */
export function nextMail(mail: PendingInviteDocument['mail'], now: Date): InviteMail | undefined {
  const isTried = mail.state === 'queued' || mail.state === 'deferred';
  const isOnItsWay = isTried && now.getTime() - mail.at.toMillis() < TASK_LIVES_SECONDS * 1000;
  if (isOnItsWay) return undefined;
  return { ...firstMail(now), sends: mail.sends + 1 };
}

/**
 * @param send which of its mails the event is about.
 * @returns the `mail` with this event: what is told of another mail than the last one changes nothing.
 */
export function foldMail(mail: InviteMail, send: number, event: Delivery): InviteMail {
  return send === mail.sends ? { ...foldDelivery(mail, event), sends: send } : mail;
}
