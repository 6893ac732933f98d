/** Somebody's standing in a tenant, from the documents that decide it. Pure: the claims are not asked. */
import { documentKeys } from '../contract/documentKeys.ts';
import type { MemberDocument, UserDocument } from '../contract/documents.ts';
import type { StaffDocument } from '../contract/serverDocuments.ts';
import type { Actor } from './authority.ts';

/** The documents that say what `uid` may do in the tenant, to be read together. */
export function standingKeys(tenantId: string, uid: string) {
  return { member: documentKeys.member(tenantId, uid), staff: documentKeys.staff(uid) };
}

/** The documents that say who acts in a tenant: the caller's own, and the tenant's. Their names stay out of a command's way. */
export function actorKeys(tenantId: string, uid: string) {
  return {
    actorMember: documentKeys.member(tenantId, uid),
    actorStaff: documentKeys.staff(uid),
    actorUser: documentKeys.user(uid),
    tenant: documentKeys.tenant(tenantId),
    settings: documentKeys.tenantSettings(tenantId),
  };
}

export type ActorDocuments = {
  [Name in keyof ReturnType<typeof actorKeys>]:
    | NonNullable<ReturnType<typeof actorKeys>[Name]['document']>
    | undefined;
};

interface Standings {
  member: Pick<MemberDocument, 'state' | 'role' | 'securityLevel' | 'permissions'> | undefined;
  staff: Pick<StaffDocument, 'active'> | undefined;
}

/** @returns what they are in the tenant, or undefined for a stranger: invited or suspended people are strangers too. */
export function standingOf({ member, staff }: Standings): Actor | undefined {
  if (staff?.active === true) return { kind: 'hrx' };
  if (member?.state !== 'active') return undefined;
  const { role, securityLevel, permissions } = member;
  return { kind: 'member', role, securityLevel, permissions };
}

/** @returns how what somebody does is signed. */
export function signatureOf(
  uid: string,
  {
    member,
    staff,
  }: { member: Pick<MemberDocument, 'firstName' | 'lastName'> | undefined; staff: StaffDocument | undefined },
): string {
  if (staff?.active === true) return staff.name;
  return member ? `${member.firstName} ${member.lastName}` : uid;
}

/** @returns whether the session began after all others of this person were ended. Rules compare the same. */
export function isSessionCurrent(
  authTimeMillis: number,
  user: Pick<UserDocument, 'sessionsValidFrom'> | undefined,
): boolean {
  return authTimeMillis >= (user?.sessionsValidFrom?.toMillis() ?? 0);
}
