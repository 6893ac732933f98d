/** A new member document. Pure. */
import type { MemberDocument, Written } from '../contract/documents.ts';

/** A member document but for `sync`, which `membershipDocuments` writes. */
export type MemberFields = Omit<Written<MemberDocument>, 'sync'>;

type Required = 'uid' | 'tenantId' | 'email' | 'firstName' | 'lastName' | 'role' | 'securityLevel';

/** @returns the document of an active member who joins now without an invitation, but for what is given. */
export function newMemberDocument(
  given: Pick<MemberFields, Required> & Partial<MemberFields>,
  now: Date,
): MemberFields {
  return {
    permissions: [],
    state: 'active',
    invitedUntil: null,
    designation: null,
    department: null,
    invitedByUid: null,
    invitedByName: null,
    inviteId: null,
    createdAt: now,
    joinedAt: now,
    updatedAt: now,
    ...given,
  };
}
