/** The documents that acting on an invitation decides on, beside the caller's own. */
import { documentKeys } from '../../contract/documentKeys.ts';
import type { PendingInviteDocument } from '../../contract/documents.ts';
import type { Act } from '../../tenants/actInTenant.ts';
import type { InviteFacts } from '../end/readInviteFacts.ts';
import { linkDocumentKeys } from '../links/linkDocuments.ts';

export function invitationKeys(tenantId: string, uid: string) {
  return {
    invite: documentKeys.pendingInvite(tenantId, uid),
    secrets: linkDocumentKeys.secrets(tenantId, uid),
    member: documentKeys.member(tenantId, uid),
    user: documentKeys.user(uid),
    staff: documentKeys.staff(uid),
  };
}

export type InvitationKeys = ReturnType<typeof invitationKeys>;

/** @returns what every end of an invitation is written with. */
export function factsOf(
  {
    tenant,
    settings,
    read: { member, user, staff },
  }: Pick<Act<InvitationKeys>, 'tenant' | 'settings' | 'read'>,
  invite: PendingInviteDocument,
): InviteFacts {
  return { invite, tenant, settings, member, user, staffActive: staff?.active === true };
}
