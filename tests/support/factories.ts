/** Each test makes its own tenant, in the documents that the functions write. */
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import type {
  TenantSettingsDocument,
  UserDocument,
  Written,
} from '../../functions/src/contract/documents.ts';
import { DEFAULT_SECURITY_LEVEL } from '../../functions/src/contract/roles.ts';
import type { CallableInput } from '../../functions/src/contract/callables.ts';
import { membershipDocuments, projectedMembership } from '../../functions/src/members/membershipDocuments.ts';
import { newMemberDocument, type MemberFields } from '../../functions/src/members/newMemberDocument.ts';
import { newTenantDocuments, type NewTenant } from '../../functions/src/tenants/newTenantDocuments.ts';
import { countSeats } from '../../functions/src/tenants/seats.ts';
import { adminAuth, find, get, patch, put } from './admin.ts';
import { newAddress, newPerson, unique, type Person } from './people.ts';

export interface TestTenant {
  id: string;
  name: string;
  /** Its owner and Admin. */
  admin: Person;
}

/** @returns a tenant of its own, with an owner who is signed in. */
export async function newTenant(settings: Partial<TenantSettingsDocument> = {}): Promise<TestTenant> {
  const admin = await newPerson({ name: 'admin' });
  const id = unique('tenant');
  const name = `Tenant ${id.slice(-4)} & Sons`;
  await putTenant({
    id,
    name,
    slug: id,
    settings: { ownerUid: admin.uid, ...settings },
    createdAt: new Date(),
  });
  await addMember(id, admin, { role: 'Admin' });
  return { id, name, admin };
}

/** Writes a tenant's documents, as the functions make them. */
export async function putTenant(tenant: NewTenant): Promise<void> {
  const { tenant: main, settings } = newTenantDocuments(tenant);
  await Promise.all([put(main.key, main.document), put(settings.key, settings.document)]);
}

export type MemberOptions = Partial<MemberFields>;

/** @returns the member document of an active Worker who joined now, but for what `options` say. */
export function memberDocument(
  tenantId: string,
  { uid, email }: Pick<Person, 'uid' | 'email'>,
  options: MemberOptions = {},
): MemberFields {
  const role = options.role ?? 'Worker';
  const securityLevel = DEFAULT_SECURITY_LEVEL[role];
  const now = new Date();
  return newMemberDocument(
    { uid, tenantId, email, firstName: 'Pat', lastName: 'Person', role, securityLevel, ...options },
    now,
  );
}

/** Makes the person a member, with the claims that the projector would have written. */
export async function addMember(
  tenantId: string,
  person: Person,
  options: MemberOptions = {},
): Promise<void> {
  const { uid } = person;
  const member = memberDocument(tenantId, person, options);
  await putMembership(member, await find(documentKeys.user(uid)));
  const key = documentKeys.tenantSettings(tenantId);
  await patch(key, countSeats(await get(key), ['occupy']));
  if (member.state === 'suspended') return;
  const { role, securityLevel } = member;
  const { customClaims } = await adminAuth.getUser(uid);
  const roles = { ...(customClaims?.['roles'] as object), [tenantId]: { role, securityLevel } };
  await adminAuth.setCustomUserClaims(uid, { ...customClaims, roles });
  await person.auth.currentUser?.getIdToken(true);
}

/**
 * Writes a membership, as the functions make it, with the claims done.
 *
 * @param user what is stored of the person. @returns what is stored now.
 */
export async function putMembership(
  member: MemberFields,
  user: Written<UserDocument> | undefined,
  now = new Date(),
): Promise<Written<UserDocument>> {
  const { uid, tenantId } = member;
  const change = {
    uid,
    tenantId,
    user,
    member,
    invitedInClaims: true,
    staffActive: false,
    holder: 'test',
    now,
  };
  const projected = projectedMembership(membershipDocuments(change));
  if (projected.member) await put(documentKeys.member(tenantId, uid), projected.member);
  await put(documentKeys.user(uid), projected.user);
  return projected.user;
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
