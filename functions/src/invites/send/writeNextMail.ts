/** Asking for the current link to be mailed once more: written down as work, in the asker's transaction. */
import { documentKeys } from '../../contract/documentKeys.ts';
import type { PendingInviteDocument } from '../../contract/documents.ts';
import { writeOutbox, type OutboxWork } from '../../outbox/outboxWork.ts';
import type { Tx } from '../../platform/transaction.ts';
import { attentionOf } from '../../domain/inviteAttention.ts';
import { mailEventId, NOBODY, writeInviteEvent } from '../events/writeInviteEvent.ts';
import { invitationWork } from './invitationWork.ts';
import { nextMail, type InviteMail } from './inviteMail.ts';

/** @returns what is to be queued once the commit is there; null while a mail is on its way already. */
export function writeNextMail(tx: Tx, invite: PendingInviteDocument, now: Date): OutboxWork | null {
  const mail = nextMail(invite.mail, now);
  return mail ? writeMail(tx, invite, { mail }, now) : null;
}

/**
 * @param isCounted whoever asked was counted already, and not among the mails of the tenant.
 * @returns what is to be queued once the commit is there.
 */
export function writeMail(
  tx: Tx,
  invite: PendingInviteDocument,
  { mail, isCounted = false }: { mail: InviteMail; isCounted?: boolean },
  now: Date,
): OutboxWork {
  const { tenantId, uid, inviteId, generation } = invite;
  const send = mail.sends;
  const attention = attentionOf({ ...invite, mail }, now);
  tx.update(documentKeys.pendingInvite(tenantId, uid), { mail, attention });
  const id = mailEventId(inviteId, send, 'mail_queued', 0);
  writeInviteEvent(tx, invite, { id, kind: 'mail_queued', actor: NOBODY, details: { send }, at: now });
  const work = invitationWork({ tenantId, uid, inviteId, generation, send });
  return writeOutbox(tx, { ...work, isCounted }, now);
}
