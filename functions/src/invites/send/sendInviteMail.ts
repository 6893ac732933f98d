/** Mailing the current link to the invited address, for whoever holds any live link. It tells nobody what happened. */
import type { CallableRequest, CallableResponse } from '../../contract/callables.ts';
import type { InviteDeps } from '../inviteDeps.ts';
import { isDomainError } from '../../platform/DomainError.ts';
import { queueOutbox, type OutboxWork } from '../../outbox/outboxWork.ts';
import { openLink } from '../links/openLink.ts';
import { writeNextMail } from './writeNextMail.ts';

/** The mails of a day to one address are counted where they are sent. */
export async function sendInviteMail(
  deps: InviteDeps,
  { secret }: CallableRequest<'sendInviteMail'>,
): Promise<CallableResponse<'sendInviteMail'>> {
  const wanted = await askForMail(deps, secret);
  if (wanted) await queueOutbox(deps, wanted);
  return {};
}

async function askForMail(deps: InviteDeps, secret: string): Promise<OutboxWork | null> {
  try {
    return await deps.transact(async (tx) => {
      const now = deps.clock.now();
      const { status, invite } = await openLink(tx, secret, now);
      return status === 'pending' ? writeNextMail(tx, invite, now) : null;
    });
  } catch (thrown) {
    if (isDomainError(thrown, 'invite/not-found')) return null;
    throw thrown;
  }
}
