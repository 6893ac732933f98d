/** Mailing the current link to the invited address, for whoever holds any live link. It tells nobody what happened. */
import type { CallableRequest, CallableResponse } from '../contract/callables.ts';
import { documentKeys } from '../contract/documentKeys.ts';
import type { MailTask } from '../mail/delivery.ts';
import { nextMail } from '../mail/inviteMailState.ts';
import type { Deps } from '../platform/deps.ts';
import { isDomainError } from '../platform/DomainError.ts';
import { queueMail } from './followUp.ts';
import { openLink } from './openLink.ts';

/** The mails of a day to one address are counted where they are sent. */
export async function sendInviteMail(
  deps: Deps,
  { secret }: CallableRequest<'sendInviteMail'>,
): Promise<CallableResponse<'sendInviteMail'>> {
  const wanted = await askForMail(deps, secret);
  if (wanted) await queueMail(deps, wanted.task, wanted.send);
  return {};
}

async function askForMail(deps: Deps, secret: string): Promise<{ task: MailTask; send: number } | null> {
  try {
    return await deps.transact(async (tx) => {
      const now = deps.clock.now();
      const { status, invite } = await openLink(tx, secret, now);
      const mail = status === 'pending' ? nextMail(invite.mail, now) : undefined;
      if (!mail) return null;
      const { tenantId, uid, inviteId, generation } = invite;
      tx.update(documentKeys.pendingInvite(tenantId, uid), { mail });
      return { task: { tenantId, uid, inviteId, generation }, send: mail.sends };
    });
  } catch (thrown) {
    if (isDomainError(thrown, 'invite/not-found')) return null;
    throw thrown;
  }
}
