/** The company of the worlds in this folder, and its people: what is the same in memory and over an embedded Firestore. */
import { documentKeys } from '../contract/documentKeys.ts';
import type { TenantSettingsDocument, UserDocument } from '../contract/documents.ts';
import type { Account } from '../domain/account.ts';
import { membershipDocuments, projectedMembership } from '../members/membershipDocuments.ts';
import { newMemberDocument, type MemberFields } from '../members/newMemberDocument.ts';
import { newTenantDocuments } from '../tenants/newTenantDocuments.ts';
import { testAccount } from './testAccount.ts';

export const TENANT_ID = 'acme';

/** @returns the company's documents with their keys: owned by olaf, one seat used. */
export function acmeTenant(settings: Partial<TenantSettingsDocument> | undefined, createdAt: Date) {
  return newTenantDocuments({
    id: TENANT_ID,
    name: 'Acme Staffing',
    slug: 'acme',
    settings: { ownerUid: 'olaf', seatsUsed: 1, ...settings },
    createdAt,
  });
}

/** @returns an account with a confirmed address and a password, unless `given` says otherwise. */
export function acmeAccount(uid: string, given: Partial<Account> = {}): Account {
  const proven = { emailVerified: true, providers: ['password'] };
  return testAccount({ uid, email: `${uid}@people.example`, ...proven, ...given });
}

interface AcmeMember {
  account: Account;
  given: Partial<MemberFields>;
  /** What stands in `users/{uid}` so far. */
  user: UserDocument | undefined;
  now: Date;
}

/** @returns the documents of an active Worker, unless `given` says otherwise, with their claims projected. */
export function acmeMember({ account: { uid, email }, given, user, now }: AcmeMember) {
  const names = { firstName: 'Pat', lastName: 'Person', email: email ?? '' };
  const member = newMemberDocument(
    { uid, tenantId: TENANT_ID, ...names, role: 'Worker', securityLevel: '2', ...given },
    now,
  );
  const change = { uid, tenantId: TENANT_ID, staffActive: false, holder: 'test', now };
  const documents = projectedMembership(membershipDocuments({ ...change, user, member }));
  return {
    member: documents.member && { key: documentKeys.member(TENANT_ID, uid), document: documents.member },
    user: { key: documentKeys.user(uid), document: documents.user },
  };
}
