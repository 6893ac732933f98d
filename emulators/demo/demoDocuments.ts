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
import type { LinkKeys } from '../../functions/src/platform/linkKeys.ts';
import { newUserDocument } from '../../functions/src/domain/account.ts';
import { DEMO_INVITER_UID, DEMO_INVITES_TENANT_ID, demoInvites } from './demoInvites.ts';
import { demoPerson, type DemoUid } from './demoPeople.ts';
import { demoMemberships, demoTenants, type DemoMembership } from './demoTenants.ts';
import { answeredAt, inviteDocuments, inviteIdOf } from './inviteDocuments.ts';

/** Everybody of `demoPeople` had an account before; the builder asks nevertheless what one of ours would be made for. */
const MADE_FOR_NOTHING = { tenantId: '', inviteId: '' };
const STAFF_UID = 'hana';
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * @param keys what the functions of this suite derive links with
 * @param now the world began 30 days before
 * @returns every document by its path
 */
export function demoDocuments(keys: LinkKeys, now: Date): Record<string, object> {
  const began = new Date(now.getTime() - 30 * DAY_MS);
  const hana = demoPerson(STAFF_UID);
  const documents: Record<string, object> = {
    [paths.staff(hana.uid)]: {
      active: true,
      name: `${hana.firstName} ${hana.lastName}`,
    } satisfies StaffDocument,
  };
  for (const { id, name, color, ownerUid } of demoTenants) {
    documents[paths.tenant(id)] = {
      name,
      slug: id,
      branding: { color },
      createdAt: began,
    } satisfies Written<TenantDocument>;
    documents[paths.tenantSettings(id)] = settings(id, ownerUid);
  }
  for (const each of demoMemberships) {
    documents[paths.member(each.tenantId, each.uid)] = member(each, began, now);
  }
  for (const uid of new Set<DemoUid>([STAFF_UID, ...demoMemberships.map((each) => each.uid)])) {
    documents[paths.user(uid)] = user(uid, began);
  }
  for (const invite of demoInvites) Object.assign(documents, inviteDocuments(invite, keys, now));
  return documents;
}

function settings(tenantId: string, ownerUid: string): Written<TenantSettingsDocument> {
  const members = demoMemberships.filter((each) => each.tenantId === tenantId);
  const pending =
    tenantId === DEMO_INVITES_TENANT_ID ? demoInvites.filter(({ status }) => status === 'pending') : [];
  return {
    ownerUid,
    seatLimit: null,
    seatsUsed: members.length + pending.length,
    pendingInvites: pending.length,
    inviteLifetimeHours: INVITE_TTL_HOURS,
    requireAcceptance: false,
    handoverLinks: true,
  };
}

function member(
  { tenantId, uid, role, securityLevel }: DemoMembership,
  began: Date,
  now: Date,
): Written<MemberDocument> {
  const { email, firstName, lastName } = demoPerson(uid);
  const invite = demoInvites.find((each) => each.uid === uid && tenantId === DEMO_INVITES_TENANT_ID);
  const inviter = demoPerson(DEMO_INVITER_UID);
  const joinedAt = invite ? answeredAt(invite, now) : began;
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
    invitedByUid: invite ? inviter.uid : null,
    invitedByName: invite ? `${inviter.firstName} ${inviter.lastName}` : null,
    inviteId: invite ? inviteIdOf(invite) : null,
    sync: 'synced',
    createdAt: joinedAt,
    joinedAt,
    updatedAt: joinedAt,
  };
}

function user(uid: DemoMembership['uid'], since: Date): Written<UserDocument> {
  const memberships = demoMemberships
    .filter((each) => each.uid === uid)
    .map(({ tenantId, role, securityLevel }) => {
      const membership = { role, securityLevel, state: 'active' as const, inClaims: true, since };
      return [tenantId, membership] as const;
    });
  return {
    ...newUserDocument(uid, MADE_FOR_NOTHING),
    memberships: Object.fromEntries(memberships),
    membershipsVersion: memberships.length,
    claimsVersion: memberships.length,
  };
}
