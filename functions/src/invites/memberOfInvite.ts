/** The member documents that an invitation makes. Pure. */
import type { PendingInviteDocument, Written } from '../contract/documents.ts';
import { newMemberDocument, type MemberFields } from '../members/newMemberDocument.ts';

type Invite = Written<PendingInviteDocument>;

/** @returns the document of somebody who is invited and has not accepted. */
export function invitedMember(invite: Invite, now: Date): MemberFields {
  return newMemberDocument(
    { ...offerOf(invite), state: 'invited', invitedUntil: invite.expiresAt, joinedAt: null },
    now,
  );
}

/**
 * @param joining what they are called from now on, and since when there is a document of theirs here.
 * @returns the document of somebody who accepts now.
 */
export function joinedMember(
  invite: Invite,
  joining: Partial<Pick<MemberFields, 'firstName' | 'lastName' | 'createdAt'>>,
  now: Date,
): MemberFields {
  return newMemberDocument({ ...offerOf(invite), ...joining }, now);
}

function offerOf(invite: Invite) {
  const { uid, tenantId, email, firstName, lastName, role, securityLevel, permissions } = invite;
  const { designation, department, inviterUid, inviterName, inviteId } = invite;
  return {
    uid,
    tenantId,
    email,
    firstName,
    lastName,
    role,
    securityLevel,
    permissions,
    designation,
    department,
    invitedByUid: inviterUid,
    invitedByName: inviterName,
    inviteId,
  };
}
