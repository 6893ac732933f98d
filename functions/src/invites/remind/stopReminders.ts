/** Ending reminders from one company to one address, by the link in a reminder. */
import { writeAudit } from '../../audit/writeAudit.ts';
import { documentKeys } from '../../contract/documentKeys.ts';
import { countMiss } from '../../limits/countingMisses.ts';
import { inviteeAsActor, writeInviteEvent } from '../events/writeInviteEvent.ts';
import type { InviteDeps } from '../inviteDeps.ts';
import { reminderLinkKey } from './reminderLink.ts';

type StopDeps = Pick<InviteDeps, 'transact' | 'clock' | 'random'>;

/**
 * The same link again is the same answer. Also later invitations of that company to that address come without a reminder.
 *
 * @returns false for a secret that never was one, or is too old.
 * @throws limits/misses for a network that guesses.
 */
export async function stopReminders(deps: StopDeps, secret: string, network: string): Promise<boolean> {
  const isKnown = await stop(deps, secret);
  if (!isKnown) await countMiss(deps, network);
  return isKnown;
}

function stop(deps: StopDeps, secret: string): Promise<boolean> {
  const ids = { event: deps.random.hex(10) };
  return deps.transact(async (tx) => {
    const now = deps.clock.now();
    const { link } = await tx.readAll({ link: reminderLinkKey(secret) });
    if (!link || link.expireAt.toMillis() <= now.getTime()) return false;
    const { tenantId, uid, inviteId, stopId } = link;
    const keys = {
      stop: documentKeys.reminderStop(stopId),
      invite: documentKeys.pendingInvite(tenantId, uid),
    };
    const { stop: known, invite } = await tx.readAll(keys);
    if (known) return true;
    tx.set(keys.stop, { tenantId, at: now });
    if (invite?.inviteId !== inviteId) return true;
    tx.update(keys.invite, { remindersOff: true });
    const actor = inviteeAsActor(invite);
    writeInviteEvent(tx, invite, { id: ids.event, kind: 'reminders_off', actor, at: now });
    writeAudit(
      tx,
      deps.random,
      {
        action: 'invite.reminders_off',
        tenantId,
        actorUid: uid,
        actorKind: 'invitee',
        targetUid: uid,
        inviteId,
        before: null,
        after: null,
      },
      now,
    );
    return true;
  });
}
