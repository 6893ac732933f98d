/** Mailing the current link to the invited address, for whoever holds any live link. It tells nobody what happened. */
import type { CallableRequest, CallableResponse } from '../../contract/callables.ts';
import type { InviteDeps } from '../inviteDeps.ts';
import { isDomainError } from '../../platform/DomainError.ts';
import { countMiss } from '../../limits/countingMisses.ts';
import { queueOutbox, type OutboxWork } from '../../outbox/outboxWork.ts';
import { openLink } from '../links/openLink.ts';
import { writeNextMail } from './writeNextMail.ts';

/**
 * The mails of a day to one address are counted where they are sent.
 *
 * @throws limits/misses.
 */
export async function sendInviteMail(
  deps: InviteDeps,
  { secret }: CallableRequest<'sendInviteMail'>,
  network: string,
): Promise<CallableResponse<'sendInviteMail'>> {
  const wanted = await askForMail(deps, secret, network);
  if (wanted) await queueOutbox(deps, wanted);
  return {};
}

async function askForMail(deps: InviteDeps, secret: string, network: string): Promise<OutboxWork | null> {
  try {
    return await deps.transact(async (tx) => {
      const now = deps.clock.now();
      const { status, invite } = await openLink(tx, secret, now);
      return status === 'pending' ? writeNextMail(tx, invite, now) : null;
    });
  } catch (thrown) {
    if (!isDomainError(thrown, 'invite/not-found')) throw thrown;
    await countMiss(deps, network);
    return null;
  }
}
