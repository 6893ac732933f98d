/** Each test makes its own tenant, in the documents that the functions write. */
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import type {
  MemberDocument,
  TenantSettingsDocument,
  Written,
} from '../../functions/src/contract/documents.ts';
import { INVITE_TTL_HOURS } from '../../functions/src/contract/limits.ts';
import { DEFAULT_SECURITY_LEVEL, type Permission, type Role } from '../../functions/src/contract/roles.ts';
import type { CallableInput } from '../../functions/src/contract/callables.ts';
import { newUserDocument } from '../../functions/src/domain/account.ts';
import { adminAuth, find, patch, put } from './admin.ts';
import { newAddress, newPerson, unique, type Person } from './people.ts';

export interface TestTenant {
  id: string;
  name: string;
  /** Its owner and Admin. */
  admin: Person;
}

/** @returns a tenant of its own, with an owner who is signed in. */
export async function newTenant(
  settings: Partial<Written<TenantSettingsDocument>> = {},
): Promise<TestTenant> {
  const admin = await newPerson({ name: 'admin' });
  const id = unique('tenant');
  const name = `Tenant ${id.slice(-4)} & Sons`;
  await put(documentKeys.tenant(id), { name, slug: id, branding: { color: null }, createdAt: new Date() });
  await put(documentKeys.tenantSettings(id), {
    ownerUid: admin.uid,
    seatLimit: null,
    seatsUsed: 0,
    pendingInvites: 0,
    inviteLifetimeHours: INVITE_TTL_HOURS,
    requireAcceptance: false,
    handoverLinks: true,
    ...settings,
  });
  await addMember(id, admin, { role: 'Admin' });
  return { id, name, admin };
}

export type MemberOptions = Partial<Written<MemberDocument>> & { role?: Role; permissions?: Permission[] };

/** @returns the member document of an active Worker who joined now, but for what `options` say. */
export function memberDocument(
  tenantId: string,
  { uid, email }: Pick<Person, 'uid' | 'email'>,
  options: MemberOptions = {},
): Written<MemberDocument> {
  const role = options.role ?? 'Worker';
  const joinedAt = options.joinedAt ?? new Date();
  return {
    uid,
    tenantId,
    email,
    firstName: 'Pat',
    lastName: 'Person',
    role,
    securityLevel: DEFAULT_SECURITY_LEVEL[role],
    permissions: [],
    state: 'active',
    invitedUntil: null,
    designation: null,
    department: null,
    invitedByUid: null,
    invitedByName: null,
    inviteId: null,
    sync: 'synced',
    createdAt: joinedAt,
    joinedAt,
    updatedAt: joinedAt,
    ...options,
  };
}

/** Makes the person a member, with the claims that the projector would have written. */
export async function addMember(
  tenantId: string,
  person: Person,
  options: MemberOptions = {},
): Promise<void> {
  const now = new Date();
  const member = memberDocument(tenantId, person, { joinedAt: now, ...options });
  const { role, securityLevel, state } = member;
  await put(documentKeys.member(tenantId, person.uid), member);
  const user =
    (await find(documentKeys.user(person.uid))) ?? newUserDocument(person.uid, { tenantId, inviteId: '' });
  const version = user.membershipsVersion + 1;
  const inClaims = state !== 'suspended';
  await put(documentKeys.user(person.uid), {
    ...user,
    memberships: { ...user.memberships, [tenantId]: { role, securityLevel, state, inClaims, since: now } },
    membershipsVersion: version,
    claimsVersion: version,
  });
  const settings = await find(documentKeys.tenantSettings(tenantId));
  await patch(documentKeys.tenantSettings(tenantId), { seatsUsed: (settings?.seatsUsed ?? 0) + 1 });
  if (!inClaims) return;
  const { customClaims } = await adminAuth.getUser(person.uid);
  const roles = { ...(customClaims?.['roles'] as object), [tenantId]: { role, securityLevel } };
  await adminAuth.setCustomUserClaims(person.uid, { ...customClaims, roles });
  await person.auth.currentUser?.getIdToken(true);
}

/** @returns somebody who is a member of the tenant, signed in. */
export async function newMember(tenantId: string, options: MemberOptions = {}): Promise<Person> {
  const person = await newPerson({ name: (options.role ?? 'worker').toLowerCase() });
  await addMember(tenantId, person, options);
  return person;
}

/** @returns HRX staff, signed in. */
export async function newStaff(): Promise<Person> {
  const person = await newPerson({ name: 'staff', claims: { hrx: true } });
  await put(documentKeys.staff(person.uid), { active: true, name: 'Stella Staff' });
  return person;
}

/** @returns a request for `inviteUser` that is right for a tenant's Admin. */
export function invitation(
  tenantId: string,
  overrides: Partial<CallableInput<'inviteUser'>> = {},
): CallableInput<'inviteUser'> {
  return {
    email: newAddress('nina'),
    firstName: 'Nina',
    lastName: 'New',
    tenantId,
    desiredRole: 'Worker',
    securityLevel: '2',
    ...overrides,
  };
}

/** @returns the secret of a link. */
export function secretOf(link: string): string {
  return new URL(link).hash.slice(1);
}
