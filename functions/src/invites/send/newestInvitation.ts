/** For somebody who wants into an account that nobody has used yet: the way in is their invitation. */
import type { FindNewestInvitation } from '../../accounts/accountDeps.ts';
import { documentKeys } from '../../contract/documentKeys.ts';
import { isOpen } from '../../domain/inviteStatus.ts';
import type { InviteStore } from '../invites.firestore.ts';
import { nextMail } from './inviteMail.ts';
import { writeMail } from './writeNextMail.ts';

/** @returns what finds the newest open invitation, and has it mailed once more in the transaction that asks. */
export function newestInvitation(invitations: Pick<InviteStore, 'listUnanswered'>): FindNewestInvitation {
  return async (tx, person, now) => {
    const unanswered = await invitations.listUnanswered(person);
    const [newest] = unanswered
      .filter((invite) => isOpen(invite, now))
      .sort((a, b) => b.createdAt.toMillis() - a.createdAt.toMillis());
    if (!newest) return undefined;
    const key = documentKeys.pendingInvite(newest.tenantId, newest.uid);
    const { invite } = await tx.readAll({ invite: key });
    const mail = invite && isOpen(invite, now) ? nextMail(invite.mail, now) : undefined;
    return invite && mail && (() => writeMail(tx, invite, { mail, isCounted: true }, now));
  };
}
