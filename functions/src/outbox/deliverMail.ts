/** What the task `deliverMail` does: sends the mail of an invitation, if it still is to be sent. */
import * as z from 'zod';
import { tenantIdField, uidField } from '../contract/fields.ts';
import { deriveSecret, inviteUrl } from '../invites/links/inviteSecret.ts';
import { describeError } from '../platform/log.ts';
import { hashOf } from '../platform/random.ts';
import type { Delivery, DeliveryDeps, MailTask, Outcome, SmtpAnswer } from './delivery.ts';
import { accountWords, type InviteMailModel } from './templates/inviteMailWords.ts';
import { renderInviteMail } from './templates/renderInviteMail.ts';

export const mailTaskSchema: z.ZodType<MailTask> = z.strictObject({
  tenantId: tenantIdField,
  uid: uidField,
  inviteId: z.string(),
  generation: z.int(),
});

/** Nine more tries in about 45 minutes: greylisting servers ask for less (RFC 6647, 4.6). */
export const MAIL_RETRY = { maxAttempts: 10, minBackoffSeconds: 5, maxBackoffSeconds: 900 } as const;

/**
 * However often the task is run, at most one mail goes out, except where the server's answer was lost: then the same
 * mail with the same link may arrive twice.
 * @throws to be run again.
 */
export async function deliverMail(
  deps: DeliveryDeps,
  task: MailTask,
  { retryCount }: { retryCount: number },
): Promise<void> {
  const { tenantId, uid, inviteId } = task;
  const facts = { tenantId, uid, inviteId };
  const claim = await deps.mailStore.claimDelivery(task, deps.clock.now());
  if (claim.kind === 'busy') throw new Error('Another run is sending this mail.');
  if (claim.kind !== 'claimed') {
    deps.log.info(`mail.${claim.kind}`, {
      ...facts,
      ...(claim.kind === 'nothing' && { reason: claim.reason }),
    });
    return;
  }
  const answer = await trySending(deps, claim.delivery);
  const outcome = outcomeOf(answer, retryCount + 1 >= MAIL_RETRY.maxAttempts);
  deps.log.info(`mail.${outcome.state}`, { ...facts, retryCount });
  await deps.mailStore.recordDelivery(claim.delivery.invite, outcome, deps.clock.now());
  if (outcome.state === 'queued') throw new Error('The mail was not taken yet.');
}

function outcomeOf(answer: SmtpAnswer, isLastTry: boolean): Outcome {
  if (answer.taken) return { state: 'sent' };
  return { state: answer.permanent || isLastTry ? 'failed' : 'queued', error: answer.words };
}

/** @returns also what kept us from asking the server at all, as an answer that may be better next time. */
async function trySending(deps: DeliveryDeps, delivery: Delivery): Promise<SmtpAnswer> {
  const { invite } = delivery;
  try {
    const account = await deps.accounts.findByUid(invite.uid);
    if (account === undefined)
      return { taken: false, permanent: true, words: 'The invited account is gone.' };
    const rendered = await renderInviteMail({
      ...modelOf(deps, delivery),
      account: accountWords(account, delivery.user, invite),
    });
    const messageKey = hashOf(
      invite.tenantId,
      invite.inviteId,
      String(invite.generation),
      String(invite.mail.sends),
    );
    return await deps.sendMail({ to: invite.email, messageKey, ...rendered });
  } catch (thrown) {
    deps.log.error('mail.not_tried', { uid: invite.uid, error: describeError(thrown) });
    return { taken: false, permanent: false, words: 'Our mail service did not work.' };
  }
}

function modelOf(
  deps: DeliveryDeps,
  { invite, brandColor, seed }: Delivery,
): Omit<InviteMailModel, 'account'> {
  const { tenantName, inviterName, inviterIsHrx, firstName, role, message } = invite;
  return {
    tenantName,
    inviterName,
    inviterIsHrx,
    firstName,
    role,
    message,
    brandColor,
    link: inviteUrl(deps.frontendUrl(), deriveSecret(deps.linkKeys(), seed)),
    expiresAt: new Date(invite.expiresAt.toMillis()),
    now: deps.clock.now(),
  };
}
