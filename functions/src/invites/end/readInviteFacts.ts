/** What accepting and declining decide on, read in one round trip of their transaction. */
import { standingKeys } from '../../domain/standing.ts';
import { documentKeys } from '../../contract/documentKeys.ts';
import type {
  MemberDocument,
  PendingInviteDocument,
  TenantDocument,
  TenantSettingsDocument,
  UserDocument,
} from '../../contract/documents.ts';
import { DomainError } from '../../platform/DomainError.ts';
import type { Tx } from '../../platform/transaction.ts';

export interface InviteFacts {
  invite: PendingInviteDocument;
  tenant: TenantDocument;
  settings: TenantSettingsDocument;
  member: MemberDocument | undefined;
  user: UserDocument | undefined;
  staffActive: boolean;
}

/** @throws invite/not-found where this tenant never invited this person. */
export async function readInviteFacts(tx: Tx, tenantId: string, uid: string): Promise<InviteFacts> {
  const { invite, tenant, settings, member, user, staff } = await tx.readAll({
    invite: documentKeys.pendingInvite(tenantId, uid),
    tenant: documentKeys.tenant(tenantId),
    settings: documentKeys.tenantSettings(tenantId),
    ...standingKeys(tenantId, uid),
    user: documentKeys.user(uid),
  });
  if (!invite || !tenant || !settings) throw new DomainError('invite/not-found');
  return { invite, tenant, settings, member, user, staffActive: staff?.active === true };
}
