/** The outbox: an invitation's own `mail` says what is to be sent, who is at it and how it went. */
import { documentKeys } from '../contract/documentKeys.ts';
import type { PendingInviteDocument } from '../contract/documents.ts';
import { linkDocumentKeys } from '../invites/links/linkDocuments.ts';
import type { Transact, Tx } from '../platform/transaction.ts';
import type { Claim, MailStore, MailTask, Outcome } from './delivery.ts';
import { mailCapKeys, takeMail } from './mailCaps.ts';
import { MAIL_LEASE_SECONDS, refuseDelivery } from './mayDeliver.ts';

/** @returns the store over these transactions. */
export function mailStore(transact: Transact): MailStore {
  return {
    claimDelivery: (task, now) => transact((tx) => claimDelivery(tx, task, now)),
    recordDelivery: (invite, outcome, now) => transact((tx) => recordDelivery(tx, invite, outcome, now)),
  };
}

async function claimDelivery(tx: Tx, task: MailTask, now: Date): Promise<Claim> {
  const { tenantId, uid } = task;
  const inviteKey = documentKeys.pendingInvite(tenantId, uid);
  const { invite, tenant, secrets, user } = await tx.readAll({
    invite: inviteKey,
    tenant: documentKeys.tenant(tenantId),
    secrets: linkDocumentKeys.secrets(tenantId, uid),
    user: documentKeys.user(uid),
  });
  const refusal = refuseDelivery(invite, task, now);
  if (refusal) return refusal;
  if (invite === undefined || secrets?.generation !== invite.generation)
    return { kind: 'nothing', reason: 'replaced' };

  if (!(await countIn(tx, invite, now))) {
    tx.update(inviteKey, { mail: { ...invite.mail, state: 'held', at: now } });
    return { kind: 'held' };
  }
  const { mail, generation } = invite;
  const sendingUntil = new Date(now.getTime() + MAIL_LEASE_SECONDS * 1000);
  tx.update(inviteKey, { mail: { ...mail, attempts: mail.attempts + 1, sendingUntil } });
  const seed = { ...secrets.links.mail, kind: 'mail' as const, tenantId, uid, generation };
  return { kind: 'claimed', delivery: { invite, brandColor: tenant?.branding.color ?? null, seed, user } };
}

/** Counts a mail at its first try. @returns false where its address had its share. */
async function countIn(
  tx: Tx,
  { tenantId, email, mail }: PendingInviteDocument,
  now: Date,
): Promise<boolean> {
  if (mail.attempts > 0) return true;
  const keys = mailCapKeys(tenantId, email);
  const counted = takeMail(await tx.readAll(keys), now);
  if (counted === undefined) return false;
  tx.set(keys.fromTenant, counted.fromTenant);
  tx.set(keys.inAll, counted.inAll);
  return true;
}

async function recordDelivery(
  tx: Tx,
  { tenantId, uid, inviteId, mail: tried }: PendingInviteDocument,
  outcome: Outcome,
  now: Date,
): Promise<void> {
  const inviteKey = documentKeys.pendingInvite(tenantId, uid);
  const { invite } = await tx.readAll({ invite: inviteKey });
  if (invite?.inviteId !== inviteId || invite.mail.sends !== tried.sends) return;
  const error = outcome.state === 'sent' ? null : outcome.error;
  tx.update(inviteKey, {
    mail: { ...invite.mail, state: outcome.state, error, at: now, sendingUntil: null },
  });
}
