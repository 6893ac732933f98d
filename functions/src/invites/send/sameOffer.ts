/** An invitation's offer as somebody would send it. Pure. */
import type { CallableRequest } from '../../contract/callables.ts';
import type { PendingInviteDocument } from '../../contract/documents.ts';

/** @param email to whom: the invitation's own address, or another one. */
export function sameOffer(invite: PendingInviteDocument, email: string): CallableRequest<'inviteUser'> {
  const { tenantId, firstName, lastName, role, securityLevel, permissions } = invite;
  const { sendPasswordReset, message, designation, department, lifetimeHours } = invite;
  return {
    tenantId,
    email,
    firstName,
    lastName,
    desiredRole: role,
    securityLevel,
    permissions,
    sendPasswordReset,
    customMessage: message,
    designation,
    department,
    expiresInHours: lifetimeHours,
  };
}
