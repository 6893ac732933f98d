/** For somebody who wants into an account that nobody has used yet: the way in is their invitation. */
import { documentKeys } from '../../contract/documentKeys.ts';
import type { PendingInviteDocument } from '../../contract/documents.ts';
import type { InviteDeps } from '../inviteDeps.ts';
import { queueMail } from '../../tenants/runEffects.ts';
import { isOpen } from '../../domain/inviteStatus.ts';
import { writeNextMail } from './writeNextMail.ts';

/** Has the newest invitation that waits mailed once more, if there is one. */
export async function mailNewestInvitation(
  deps: InviteDeps,
  person: Pick<PendingInviteDocument, 'uid' | 'email'>,
): Promise<void> {
  const unanswered = await deps.invites.listUnanswered(person);
  const [newest] = unanswered
    .filter((invite) => isOpen(invite, deps.clock.now()))
    .sort((a, b) => b.createdAt.toMillis() - a.createdAt.toMillis());
  if (!newest) return;
  const asked = await deps.transact(async (tx) => {
    const now = deps.clock.now();
    const { invite } = await tx.readAll({
      invite: documentKeys.pendingInvite(newest.tenantId, newest.uid),
    });
    return invite && isOpen(invite, now) ? writeNextMail(tx, invite, now) : null;
  });
  if (asked) await queueMail(deps, asked.task, asked.send);
}
