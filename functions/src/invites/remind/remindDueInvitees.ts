/** What happens when an invitation's end is near: whoever looks at the list sees it, and the invitee is reminded, once. */
import { documentKeys } from '../../contract/documentKeys.ts';
import type { PendingInviteDocument, TenantSettingsDocument } from '../../contract/documents.ts';
import { attentionOf } from '../../domain/inviteAttention.ts';
import { isOpen } from '../../domain/inviteStatus.ts';
import { queueOutbox, writeOutbox, type OutboxWork } from '../../outbox/outboxWork.ts';
import { workThrough } from '../../platform/workThrough.ts';
import { NOBODY, writeInviteEvent } from '../events/writeInviteEvent.ts';
import type { InviteDeps } from '../inviteDeps.ts';
import { reminderStopId } from './reminderLink.ts';
import { reminderWork } from './reminderMail.ts';

/** @returns how many were reminded by this run. */
export function remindDueInvitees(deps: InviteDeps, { limit }: { limit: number }): Promise<number> {
  return workThrough(
    deps,
    {
      name: 'remind',
      list: deps.dueInvitations.listNearEnd,
      laneOf: ({ path }) => path,
      async work({ document }) {
        const work = await remind(deps, document);
        if (work) await queueOutbox(deps, work);
        return work !== null;
      },
    },
    limit,
  );
}

/** Flags it in the transaction that writes the mail down: so it is one, whatever happens after that. */
function remind(
  deps: InviteDeps,
  { tenantId, uid, inviteId }: PendingInviteDocument,
): Promise<OutboxWork | null> {
  const eventId = deps.random.hex(10);
  return deps.transact(async (tx) => {
    const now = deps.clock.now();
    const key = documentKeys.pendingInvite(tenantId, uid);
    const { invite, settings } = await tx.readAll({
      invite: key,
      settings: documentKeys.tenantSettings(tenantId),
    });
    if (invite?.inviteId !== inviteId || !isNearEndDue(invite, now)) return null;
    const { stop } = await tx.readAll({
      stop: documentKeys.reminderStop(reminderStopId(tenantId, invite.email)),
    });
    const seen = { nearEndAt: null, attention: attentionOf(invite, now) };
    const remindersOff = invite.remindersOff || stop !== undefined;
    if (!isToBeReminded({ ...invite, remindersOff }, settings, now)) {
      tx.update(key, { ...seen, remindersOff });
      return null;
    }
    tx.update(key, { ...seen, remindedAt: now });
    writeInviteEvent(tx, invite, { id: eventId, kind: 'reminded', actor: NOBODY, at: now });
    return writeOutbox(tx, reminderWork(invite), now);
  });
}

function isNearEndDue({ nearEndAt }: PendingInviteDocument, now: Date): boolean {
  return nearEndAt !== null && nearEndAt.toMillis() <= now.getTime();
}

function isToBeReminded(
  invite: PendingInviteDocument,
  settings: TenantSettingsDocument | undefined,
  now: Date,
): boolean {
  if (!settings?.reminders || invite.remindersOff || invite.remindedAt) return false;
  // Where the first mail did not arrive, no second one does.
  return isOpen(invite, now) && attentionOf(invite, now) !== 'bounced';
}
