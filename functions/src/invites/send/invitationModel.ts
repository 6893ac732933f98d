/** What the mails of an invitation are rendered from, the first one and the reminder. */
import type { AccountStore } from '../../accounts/accounts.auth.ts';
import { documentKeys } from '../../contract/documentKeys.ts';
import type { PendingInviteDocument, TenantDocument, UserDocument } from '../../contract/documents.ts';
import { TIME_ZONE_DEFAULT } from '../../contract/timeZones.ts';
import { typedMessage } from '../../domain/typedMessage.ts';
import type { Undeliverable } from '../../outbox/outboxKind.ts';
import { accountWords, type InviteMailModel } from '../../outbox/templates/inviteMailWords.ts';
import type { Clock } from '../../platform/clock.ts';
import type { LinkKeys } from '../../platform/linkKeys.ts';
import type { Reads } from '../../platform/transaction.ts';
import { declineUrl, type InviteSecretsDocument } from '../links/inviteSecret.ts';
import { linkUrl } from '../links/linkDocuments.ts';

export interface InvitationModelDeps {
  accounts: Pick<AccountStore, 'findByUid'>;
  clock: Clock;
  reads: Reads;
  linkKeys(): LinkKeys;
  frontendUrl(): string;
}

/** As the transaction read them that claimed the mail. */
export interface InvitationFacts {
  invite: PendingInviteDocument;
  tenant: TenantDocument | undefined;
  secrets: InviteSecretsDocument;
  user: UserDocument | undefined;
}

export interface InvitationModel extends InviteMailModel {
  replyTo: string | undefined;
}

/** @returns what a template takes; the link is the current mailed one. */
export async function invitationModel(
  deps: InvitationModelDeps,
  { invite, tenant, secrets, user }: InvitationFacts,
): Promise<InvitationModel | Undeliverable> {
  // Not in the transaction: every invitation writes these counts, and would meet every mail there.
  const [account, { settings }] = await Promise.all([
    deps.accounts.findByUid(invite.uid),
    deps.reads.readAll({ settings: documentKeys.tenantSettings(invite.tenantId) }),
  ]);
  if (account === undefined) return { undeliverable: 'The invited account is gone.' };
  const { tenantId, uid, generation, tenantName, inviterName, inviterIsHrx, firstName, role, message } =
    invite;
  const seed = { ...secrets.links.mail, kind: 'mail' as const, tenantId, uid, generation };
  const link = linkUrl(deps.linkKeys(), deps.frontendUrl(), seed);
  const replyTo = settings?.replyTo ?? undefined;
  return {
    tenantName,
    inviterName,
    inviterIsHrx,
    firstName,
    role,
    message: typedMessage(message),
    brandColor: tenant?.branding.color ?? null,
    account: accountWords(account, user, invite),
    link,
    declineLink: declineUrl(link),
    takesReplies: replyTo !== undefined,
    replyTo,
    timeZone: settings?.timeZone ?? TIME_ZONE_DEFAULT,
    expiresAt: new Date(invite.expiresAt.toMillis()),
    now: deps.clock.now(),
  };
}
