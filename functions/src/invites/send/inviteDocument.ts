/** The documents of a new invitation. Pure. */
import type { Standing } from '../../domain/authority.ts';
import type { CallableRequest } from '../../contract/callables.ts';
import type { PendingInviteDocument, Written } from '../../contract/documents.ts';
import { searchTokensOf } from '../../contract/search.ts';
import type { InviteStatus } from '../../contract/statuses.ts';
import { nearEndOf } from '../../domain/inviteAttention.ts';
import { firstMail } from './inviteMail.ts';

export interface NewInvitation {
  request: CallableRequest<'inviteUser'>;
  offer: Standing;
  uid: string;
  tenantName: string;
  inviter: { uid: string; name: string; isHrx: boolean };
  /** Who answers for the offer. */
  offeredByUid: string;
  inviteId: string;
  renewals: number;
  generation: number;
  now: Date;
  expiresAt: Date;
  status: InviteStatus;
}

/** @returns `pending_invites/{uid}`. */
export function inviteDocument(invitation: NewInvitation): Written<PendingInviteDocument> {
  const { request, offer, inviter, now } = invitation;
  const { email, firstName, lastName } = request;
  return {
    uid: invitation.uid,
    email,
    tenantId: request.tenantId,
    tenantName: invitation.tenantName,
    inviterUid: inviter.uid,
    inviterName: inviter.name,
    inviterIsHrx: inviter.isHrx,
    offeredByUid: invitation.offeredByUid,
    firstName,
    lastName,
    role: offer.role,
    securityLevel: offer.securityLevel,
    permissions: [...offer.permissions],
    message: request.customMessage?.trim() || null,
    designation: request.designation ?? null,
    department: request.department ?? null,
    sendPasswordReset: request.sendPasswordReset ?? true,
    status: invitation.status,
    inviteId: invitation.inviteId,
    generation: invitation.generation,
    searchTokens: searchTokensOf({ email, firstName, lastName }),
    mail: firstMail(now),
    createdAt: now,
    expiresAt: invitation.expiresAt,
    lifetimeHours: request.expiresInHours ?? null,
    resends: { count: 0, lastAt: null },
    renewals: invitation.renewals,
    nearEndAt: nearEndOf({ createdAt: now, expiresAt: invitation.expiresAt }),
    remindedAt: null,
    remindersOff: false,
    openedAt: null,
    acceptedAt: null,
    declinedAt: null,
    declinedReason: null,
    revokedAt: null,
    revokedReason: null,
    endedAt: null,
    addressErasedAt: null,
    attention: null,
  };
}
