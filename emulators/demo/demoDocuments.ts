/** The demo world's Firestore documents, by path: made by the functions' own builders. */
import type { UserDocument, Written } from '../../functions/src/contract/documents.ts';
import { paths } from '../../functions/src/contract/paths.ts';
import type { StaffDocument } from '../../functions/src/contract/serverDocuments.ts';
import { newUserDocument } from '../../functions/src/domain/account.ts';
import { membershipDocuments, projectedMembership } from '../../functions/src/members/membershipDocuments.ts';
import { newMemberDocument, type MemberFields } from '../../functions/src/members/newMemberDocument.ts';
import { joinedMember } from '../../functions/src/invites/memberOfInvite.ts';
import { newTenantDocuments } from '../../functions/src/tenants/newTenantDocuments.ts';
import { countSeats, NO_SEATS, type SeatMove } from '../../functions/src/tenants/seats.ts';
import type { LinkKeys } from '../../functions/src/platform/linkKeys.ts';
import { DEMO_INVITES_TENANT_ID, demoInvites } from './demoInvites.ts';
import { demoPerson, type DemoUid } from './demoPeople.ts';
import { demoMemberships, demoTenants, type DemoMembership } from './demoTenants.ts';
import { answeredAt, inviteDocuments, pendingInviteOf } from './inviteDocuments.ts';

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
  return {
    ...staffDocuments(),
    ...tenantDocuments(began),
    ...memberDocuments(began, now),
    ...Object.fromEntries(
      demoInvites.flatMap((invite) => Object.entries(inviteDocuments(invite, keys, now))),
    ),
  };
}

function staffDocuments(): Record<string, object> {
  const { uid, firstName, lastName } = demoPerson(STAFF_UID);
  const staff: StaffDocument = { active: true, name: `${firstName} ${lastName}` };
  return { [paths.staff(uid)]: staff, [paths.user(uid)]: newUserDocument(uid, MADE_FOR_NOTHING) };
}

function tenantDocuments(began: Date): Record<string, object> {
  const documents = demoTenants.flatMap(({ id, name, color, ownerUid }) => {
    const settings = { ownerUid, ...countSeats(NO_SEATS, seatMovesOf(id)) };
    return Object.values(newTenantDocuments({ id, name, slug: id, color, settings, createdAt: began }));
  });
  return Object.fromEntries(documents.map(({ key, document }) => [key.path, document]));
}

function seatMovesOf(tenantId: string): SeatMove[] {
  const open =
    tenantId === DEMO_INVITES_TENANT_ID ? demoInvites.filter(({ status }) => status === 'pending') : [];
  const members = demoMemberships.filter((each) => each.tenantId === tenantId);
  return [...members.map(() => 'occupy' as const), ...open.map(() => 'reserve' as const)];
}

function memberDocuments(began: Date, now: Date): Record<string, object> {
  const documents: Record<string, object> = {};
  const users = new Map<DemoUid, Written<UserDocument>>();
  for (const membership of demoMemberships) {
    const { tenantId, uid } = membership;
    const { member, user } = projectedMembership(
      membershipDocuments({
        uid,
        tenantId,
        user: users.get(uid),
        member: memberOf(membership, began, now),
        staffActive: false,
        holder: 'demo',
        now: began,
      }),
    );
    users.set(uid, user);
    Object.assign(documents, { [paths.member(tenantId, uid)]: member, [paths.user(uid)]: user });
  }
  return documents;
}

function memberOf(
  { tenantId, uid, role, securityLevel }: DemoMembership,
  began: Date,
  now: Date,
): MemberFields {
  const invite = demoInvites.find((each) => each.uid === uid && tenantId === DEMO_INVITES_TENANT_ID);
  if (invite) return joinedMember(pendingInviteOf(invite, now), {}, answeredAt(invite, now));
  const { email, firstName, lastName } = demoPerson(uid);
  return newMemberDocument({ uid, tenantId, email, firstName, lastName, role, securityLevel }, began);
}
