/** The kind `invitation` of the outbox: the mail with an invitation's link. How it fares stands on the invitation. */
import type { AccountStore } from '../../accounts/accounts.auth.ts';
import { documentKeys } from '../../contract/documentKeys.ts';
import type { MailState } from '../../contract/statuses.ts';
import { TIME_ZONE_DEFAULT } from '../../contract/timeZones.ts';
import { attentionOf } from '../../domain/inviteAttention.ts';
import type {
  InviteEventKind,
  PendingInviteDocument,
  TenantDocument,
  TenantSettingsDocument,
  UserDocument,
} from '../../contract/documents.ts';
import { isOpen } from '../../domain/inviteStatus.ts';
import { tenantCaps } from '../../outbox/caps.ts';
import type { OutboxKind, Undeliverable } from '../../outbox/outboxKind.ts';
import type { RenderedMail } from '../../outbox/outboxDeps.ts';
import { accountWords, type InviteMailModel } from '../../outbox/templates/inviteMailWords.ts';
import { renderInviteMail } from '../../outbox/templates/renderInviteMail.ts';
import type { Delivery } from '../../outbox/foldDelivery.ts';
import { millisOf } from '../../platform/millisOf.ts';
import type { Reads, Tx } from '../../platform/transaction.ts';
import { mailEventId, NOBODY, writeInviteEvent } from '../events/writeInviteEvent.ts';
import type { Clock } from '../../platform/clock.ts';
import type { LinkKeys } from '../../platform/linkKeys.ts';
import { linkDocumentKeys, linkUrl } from '../links/linkDocuments.ts';
import { declineUrl, type InviteSecretsDocument } from '../links/inviteSecret.ts';
import type { InvitationMailRefs } from './invitationWork.ts';
import { foldMail } from './inviteMail.ts';

export interface InvitationMailDeps {
  accounts: Pick<AccountStore, 'findByUid'>;
  clock: Clock;
  reads: Reads;
  linkKeys(): LinkKeys;
  frontendUrl(): string;
}

export function invitationMail(deps: InvitationMailDeps): OutboxKind<InvitationMailRefs> {
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
        render: () => render(deps, { invite, tenant, secrets, user }),
      };
    },

    async openRecord(tx, { tenantId, uid, inviteId, send }) {
      const key = documentKeys.pendingInvite(tenantId, uid);
      const { invite } = await tx.readAll({ invite: key });
      return (event) => {
        if (invite?.inviteId === inviteId) recordDelivery(tx, deps, invite, send, event);
      };
    },
  };
}

/** On the invitation, and on its timeline: what happened to an earlier mail stands on the timeline alone. */
function recordDelivery(
  tx: Tx,
  deps: InvitationMailDeps,
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

interface MailFacts {
  invite: PendingInviteDocument;
  tenant: TenantDocument | undefined;
  secrets: InviteSecretsDocument;
  user: UserDocument | undefined;
}

async function render(deps: InvitationMailDeps, facts: MailFacts): Promise<RenderedMail | Undeliverable> {
  const { invite, user } = facts;
  // Not in the transaction: every invitation writes these counts, and would meet every mail there.
  const [account, { settings }] = await Promise.all([
    deps.accounts.findByUid(invite.uid),
    deps.reads.readAll({ settings: documentKeys.tenantSettings(invite.tenantId) }),
  ]);
  if (account === undefined) return { undeliverable: 'The invited account is gone.' };
  const model = { ...modelOf(deps, facts, settings), account: accountWords(account, user, invite) };
  return { ...(await renderInviteMail(model)), replyTo: settings?.replyTo ?? undefined };
}

function modelOf(
  deps: InvitationMailDeps,
  { invite, tenant, secrets }: MailFacts,
  settings: TenantSettingsDocument | undefined,
): Omit<InviteMailModel, 'account'> {
  const { tenantId, uid, generation, tenantName, inviterName, inviterIsHrx, firstName, role, message } =
    invite;
  const link = linkUrl(deps.linkKeys(), deps.frontendUrl(), {
    ...secrets.links.mail,
    kind: 'mail' as const,
    tenantId,
    uid,
    generation,
  });
  return {
    tenantName,
    inviterName,
    inviterIsHrx,
    firstName,
    role,
    message,
    brandColor: tenant?.branding.color ?? null,
    link,
    declineLink: declineUrl(link),
    takesReplies: (settings?.replyTo ?? null) !== null,
    timeZone: settings?.timeZone ?? TIME_ZONE_DEFAULT,
    expiresAt: new Date(invite.expiresAt.toMillis()),
    now: deps.clock.now(),
  };
}
