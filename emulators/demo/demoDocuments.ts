/** The demo world's Firestore documents, by path: in the shapes that the functions write, as their types say. */
import type {
  MemberDocument,
  TenantDocument,
  TenantSettingsDocument,
  UserDocument,
  Written,
} from '../../functions/src/contract/documents.ts';
import { INVITE_TTL_HOURS } from '../../functions/src/contract/limits.ts';
import { paths } from '../../functions/src/contract/paths.ts';
import type { StaffDocument } from '../../functions/src/contract/serverDocuments.ts';
import { demoPerson } from './demoPeople.ts';
import { demoMemberships, demoTenants, type DemoMembership } from './demoTenants.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * @param now the world began 30 days before
 * @returns every document by its path
 */
export function demoDocuments(now: Date): Record<string, object> {
  const began = new Date(now.getTime() - 30 * DAY_MS);
  const documents: Record<string, object> = {
    [paths.staff('hana')]: { active: true, name: 'Hana Sato' } satisfies StaffDocument,
  };
  for (const tenant of demoTenants) {
    const members = demoMemberships.filter(({ tenantId }) => tenantId === tenant.id);
    documents[paths.tenant(tenant.id)] = {
      name: tenant.name,
      slug: tenant.id,
      branding: { color: tenant.color },
      createdAt: began,
    } satisfies Written<TenantDocument>;
    documents[paths.tenantSettings(tenant.id)] = {
      ownerUid: tenant.ownerUid,
      seatLimit: null,
      seatsUsed: members.length,
      pendingInvites: 0,
      inviteLifetimeHours: INVITE_TTL_HOURS,
      requireAcceptance: false,
      handoverLinks: true,
    } satisfies Written<TenantSettingsDocument>;
    for (const each of members) documents[paths.member(tenant.id, each.uid)] = member(each, began);
  }
  for (const uid of new Set(['hana' as const, ...demoMemberships.map((each) => each.uid)])) {
    documents[paths.user(uid)] = user(uid, began);
  }
  return documents;
}

function member(
  { tenantId, uid, role, securityLevel }: DemoMembership,
  began: Date,
): Written<MemberDocument> {
  const { email, firstName, lastName } = demoPerson(uid);
  return {
    uid,
    tenantId,
    email,
    firstName,
    lastName,
    role,
    securityLevel,
    permissions: [],
    state: 'active',
    invitedUntil: null,
    designation: null,
    department: null,
    invitedByUid: null,
    invitedByName: null,
    inviteId: null,
    sync: 'synced',
    createdAt: began,
    joinedAt: began,
    updatedAt: began,
  };
}

function user(uid: DemoMembership['uid'], began: Date): Written<UserDocument> {
  const memberships = demoMemberships.filter((each) => each.uid === uid);
  return {
    uid,
    origin: 'existing',
    madeBy: null,
    begun: null,
    addressProven: false,
    memberships: Object.fromEntries(
      memberships.map(({ tenantId, role, securityLevel }) => [
        tenantId,
        { role, securityLevel, state: 'active' as const, inClaims: true, since: began },
      ]),
    ),
    membershipsVersion: memberships.length,
    claimsVersion: memberships.length,
    claimsLease: null,
    sync: { state: 'synced', attempt: 0, nextAt: null, error: null, waiting: [] },
    claimsLeftOut: [],
    sessionsValidFrom: null,
  };
}
