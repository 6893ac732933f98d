/** From a secret to its invitation: what every callable for the holder of a link begins with. */
import { documentKeys } from '../../contract/documentKeys.ts';
import type {
  PendingInviteDocument,
  TenantSettingsDocument,
  UserDocument,
} from '../../contract/documents.ts';
import type { LinkStatus } from '../../contract/statuses.ts';
import { isCurrentLink, linkDocumentKeys, linkKeyOf, type InviteLinkDocument } from './linkDocuments.ts';
import { DomainError } from '../../platform/DomainError.ts';
import type { Reads } from '../../platform/transaction.ts';
import { ENDED, statusAt } from '../../domain/inviteStatus.ts';

export interface OpenedLink {
  link: InviteLinkDocument;
  /** What became of the link, or of its invitation. */
  status: LinkStatus;
  invite: PendingInviteDocument;
  settings: TenantSettingsDocument;
  user: UserDocument | undefined;
}

/** @throws invite/not-found for a secret that never was one, or whose time to be told of is over. */
export async function openLink(reads: Reads, secret: string, now: Date): Promise<OpenedLink> {
  return followLink(reads, await findLink(reads, secret), now);
}

/** @throws invite/not-found. */
export async function findLink(reads: Reads, secret: string): Promise<InviteLinkDocument> {
  const { link } = await reads.readAll({ link: linkKeyOf(secret) });
  if (!link) throw new DomainError('invite/not-found');
  return link;
}

/** @throws invite/not-found. */
export async function followLink(reads: Reads, link: InviteLinkDocument, now: Date): Promise<OpenedLink> {
  const { tenantId, uid } = link;
  const { invite, settings, secrets, user } = await reads.readAll({
    invite: documentKeys.pendingInvite(tenantId, uid),
    settings: documentKeys.tenantSettings(tenantId),
    secrets: linkDocumentKeys.secrets(tenantId, uid),
    user: documentKeys.user(uid),
  });
  if (!invite || !settings) throw new DomainError('invite/not-found');
  const own = link.inviteId === invite.inviteId ? statusAt(invite, now) : 'replaced';
  const status = own === 'pending' && !isCurrentLink(link, secrets, invite.inviteId) ? 'replaced' : own;
  return { link, status, invite, settings, user };
}

/** @throws the exact state of a link that opens nothing any more: its holder once had a valid one. */
export function assertLinkOpen({ status }: Pick<OpenedLink, 'status'>): void {
  if (status !== 'pending') throw new DomainError(ENDED[status]);
}
