/** Asking for the current link to be mailed once more: written down as work, in the asker's transaction. */
import { documentKeys } from '../../contract/documentKeys.ts';
import type { PendingInviteDocument } from '../../contract/documents.ts';
import type { MailTask } from '../../outbox/delivery.ts';
import { nextMail } from '../../outbox/inviteMailState.ts';
import type { Tx } from '../../platform/transaction.ts';

/** What is to be queued once the commit is there. */
export interface AskedMail {
  task: MailTask;
  send: number;
}

/** @returns null while a mail is on its way already. */
export function writeNextMail(tx: Tx, invite: PendingInviteDocument, now: Date): AskedMail | null {
  const mail = nextMail(invite.mail, now);
  if (!mail) return null;
  const { tenantId, uid, inviteId, generation } = invite;
  tx.update(documentKeys.pendingInvite(tenantId, uid), { mail });
  return { task: { tenantId, uid, inviteId, generation }, send: mail.sends };
}
