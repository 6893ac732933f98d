/** The kind `reminder` of the outbox: one mail before an invitation ends, with its current link. */
import { documentKeys } from '../../contract/documentKeys.ts';
import { LINK_KEPT_DAYS } from '../../contract/limits.ts';
import { isOpen } from '../../domain/inviteStatus.ts';
import { tenantCaps } from '../../outbox/caps.ts';
import type { OutboxKind } from '../../outbox/outboxKind.ts';
import { outboxId, type NewWork } from '../../outbox/outboxWork.ts';
import { renderReminderMail } from '../../outbox/templates/renderReminderMail.ts';
import { linkDocumentKeys } from '../links/linkDocuments.ts';
import { invitationModel, type InvitationModelDeps } from '../send/invitationModel.ts';
import { reminderLinkKey, remindersOffUrl, reminderSecret, reminderStopId } from './reminderLink.ts';

const KIND = 'reminder';

/** Which invitation, and which of its links. */
export type ReminderRefs = { tenantId: string; uid: string; inviteId: string; generation: number };

export interface ReminderMailDeps extends InvitationModelDeps {
  functionsUrl(): string;
}

/** @returns what `writeOutbox` takes: one for each generation of an invitation. */
export function reminderWork({ tenantId, uid, inviteId, generation }: ReminderRefs): NewWork {
  return {
    id: outboxId(KIND, tenantId, uid, inviteId, generation),
    kind: KIND,
    refs: { tenantId, uid, inviteId, generation },
  };
}

export function reminderMail(deps: ReminderMailDeps): OutboxKind<ReminderRefs> {
  return {
    async prepare(tx, { tenantId, uid, inviteId, generation }, now) {
      const { invite, tenant, secrets, user } = await tx.readAll({
        invite: documentKeys.pendingInvite(tenantId, uid),
        tenant: documentKeys.tenant(tenantId),
        secrets: linkDocumentKeys.secrets(tenantId, uid),
        user: documentKeys.user(uid),
      });
      if (invite?.inviteId !== inviteId || invite.generation !== generation || !secrets)
        return { kind: 'nothing', reason: 'replaced' };
      if (!isOpen(invite, now)) return { kind: 'nothing', reason: 'ended' };
      if (invite.remindersOff) return { kind: 'nothing', reason: 'reminders off' };
      const secret = reminderSecret(deps.linkKeys(), invite);
      const stopId = reminderStopId(tenantId, invite.email);
      const expireAt = new Date(invite.expiresAt.toMillis() + LINK_KEPT_DAYS * 24 * 3600_000);
      return {
        kind: 'mail',
        to: invite.email,
        caps: tenantCaps(tenantId, invite.email),
        // Tomorrow it would come too late.
        whenFull: 'drop',
        write: () => tx.set(reminderLinkKey(secret), { tenantId, uid, inviteId, stopId, expireAt }),
        render: async () => {
          const model = await invitationModel(deps, { invite, tenant, secrets, user });
          if ('undeliverable' in model) return model;
          const offLink = remindersOffUrl(deps.functionsUrl(), secret);
          return { ...(await renderReminderMail({ ...model, offLink })), replyTo: model.replyTo };
        },
      };
    },
  };
}
