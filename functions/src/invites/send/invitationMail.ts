/** The kind `invitation` of the outbox: the mail with an invitation's link. How it fares stands on the invitation. */
import { documentKeys } from '../../contract/documentKeys.ts';
import type { MailState } from '../../contract/statuses.ts';
import { attentionOf } from '../../domain/inviteAttention.ts';
import type { InviteEventKind, PendingInviteDocument } from '../../contract/documents.ts';
import { writeInviterNotice } from '../../notices/writeNotice.ts';
import { isOpen } from '../../domain/inviteStatus.ts';
import { tenantCaps } from '../../outbox/caps.ts';
import type { OutboxKind } from '../../outbox/outboxKind.ts';
import { renderInviteMail } from '../../outbox/templates/renderInviteMail.ts';
import type { Delivery } from '../../outbox/foldDelivery.ts';
import { millisOf } from '../../platform/millisOf.ts';
import type { Tx } from '../../platform/transaction.ts';
import { mailEventId, NOBODY, writeInviteEvent } from '../events/writeInviteEvent.ts';
import { linkDocumentKeys } from '../links/linkDocuments.ts';
import type { InviteSecretsDocument } from '../links/inviteSecret.ts';
import { invitationModel, type InvitationModelDeps } from './invitationModel.ts';
import type { InvitationMailRefs } from './invitationWork.ts';
import { foldMail } from './inviteMail.ts';

export function invitationMail(deps: InvitationModelDeps): OutboxKind<InvitationMailRefs> {
  return {
    async prepare(tx, refs, now) {
      const { tenantId, uid } = refs;
      const { invite, tenant, secrets, user } = await tx.readAll({
        invite: documentKeys.pendingInvite(tenantId, uid),
        tenant: documentKeys.tenant(tenantId),
        secrets: linkDocumentKeys.secrets(tenantId, uid),
        user: documentKeys.user(uid),
      });
      if (!invite || !secrets || !isTheOne(invite, secrets, refs))
        return { kind: 'nothing', reason: 'replaced' };
      if (!isOpen(invite, now)) return { kind: 'nothing', reason: 'ended' };
      return {
        kind: 'mail',
        to: invite.email,
        caps: tenantCaps(tenantId, invite.email),
        whenFull: 'hold',
        render: async () => {
          const model = await invitationModel(deps, { invite, tenant, secrets, user });
          if ('undeliverable' in model) return model;
          return { ...(await renderInviteMail(model)), replyTo: model.replyTo };
        },
      };
    },

    async openRecord(tx, { tenantId, uid, inviteId, send }) {
      const key = documentKeys.pendingInvite(tenantId, uid);
      const { invite } = await tx.readAll({ invite: key });
      return (event) => {
        // What is told of an invitation is erased with its address.
        if (invite?.inviteId === inviteId && !invite.addressErasedAt)
          recordDelivery(tx, deps, invite, send, event);
      };
    },
  };
}

/** On the invitation, and on its timeline: what happened to an earlier mail stands on the timeline alone. */
function recordDelivery(
  tx: Tx,
  deps: InvitationModelDeps,
  invite: PendingInviteDocument,
  send: number,
  event: Delivery,
): void {
  const { tenantId, uid, inviteId } = invite;
  const mail = foldMail(invite.mail, send, event);
  const now = deps.clock.now();
  const attention = attentionOf({ ...invite, mail }, now);
  tx.update(documentKeys.pendingInvite(tenantId, uid), { mail, attention });
  const { state, attempts, error } = event;
  if (attention === 'bounced' && attentionOf(invite, now) !== 'bounced') {
    const refs = {
      notice: 'not_delivered',
      receiverUid: invite.inviterUid,
      tenantId,
      uid,
      inviteId,
    } as const;
    writeInviterNotice(tx, refs, `${send} ${state}`, now);
  }
  const kind = TOLD_AS[state];
  writeInviteEvent(tx, invite, {
    id: mailEventId(inviteId, send, kind, attempts),
    kind,
    actor: NOBODY,
    details: { send, attempts, ...(error !== null && { error }) },
    at: new Date(millisOf(event.at)),
  });
}

const TOLD_AS: Readonly<Record<MailState, InviteEventKind>> = {
  queued: 'mail_queued',
  deferred: 'mail_deferred',
  held: 'mail_held',
  failed: 'mail_failed',
  sent: 'mailed',
  delivered: 'delivered',
  bounced: 'bounced',
  complained: 'complained',
};

function isTheOne(
  invite: PendingInviteDocument,
  secrets: InviteSecretsDocument,
  refs: InvitationMailRefs,
): boolean {
  return (
    invite.inviteId === refs.inviteId &&
    invite.generation === refs.generation &&
    secrets.generation === refs.generation &&
    invite.mail.sends === refs.send
  );
}
