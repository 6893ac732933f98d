/** The person who is invited: their account, found or made, and what is known of them. */
import { documentKeys } from '../contract/documentKeys.ts';
import type { MemberDocument, PendingInviteDocument, UserDocument } from '../contract/documents.ts';
import { uidField } from '../contract/fields.ts';
import type { StaffDocument } from '../contract/serverDocuments.ts';
import type { Deps } from '../platform/deps.ts';
import { DomainError } from '../platform/DomainError.ts';
import type { Tx } from '../platform/transaction.ts';
import { factsWithoutDocument, isNeverUsed, isProven, type Account } from '../users/userAccount.ts';

/** An account by its address, looked up once and made once, however often a transaction runs. */
export interface InviteeAccount {
  ownUid: string;
  find: () => Promise<Account | undefined>;
  make: () => Promise<Account>;
}

export interface Invitee {
  account: Account;
  invite: PendingInviteDocument | undefined;
  member: MemberDocument | undefined;
  user: UserDocument | undefined;
  /** undefined also where nobody needed it. */
  staff: StaffDocument | undefined;
}

export function inviteeAccount(
  { accounts }: Pick<Deps, 'accounts'>,
  wanted: { uid: string; email: string; displayName: string },
): InviteeAccount {
  let found: Promise<Account | undefined> | undefined;
  let made: Promise<Account> | undefined;
  return {
    ownUid: wanted.uid,
    find: () => (found ??= accounts.findByEmail(wanted.email)),
    make: () => (made ??= accounts.makeAccount(wanted)),
  };
}

/**
 * Reads all that an invitation depends on; an account that there is not yet is made at the same time.
 *
 * @param withStaff whether the claims may have to be written.
 * @throws request/invalid for an account whose id is no Firestore id: Auth knows such ones.
 */
export async function readInvitee(
  tx: Tx,
  tenantId: string,
  { ownUid, find, make }: InviteeAccount,
  withStaff: boolean,
): Promise<Invitee> {
  const keys = (uid: string) => ({
    invite: documentKeys.pendingInvite(tenantId, uid),
    member: documentKeys.member(tenantId, uid),
    user: documentKeys.user(uid),
    staff: withStaff ? documentKeys.staff(uid) : null,
  });
  const found = await find();
  if (found) {
    assertUsableUid(found.uid);
    return { account: found, ...(await tx.readAll(keys(found.uid))) };
  }
  const [account, read] = await Promise.all([make(), tx.readAll(keys(ownUid))]);
  // Somebody else made one for this address at the same moment: then theirs is the person.
  return { account, ...(account.uid === ownUid ? read : await tx.readAll(keys(account.uid))) };
}

function assertUsableUid(uid: string): void {
  if (uidField.safeParse(uid).success) return;
  const fields = { email: 'The account with this address cannot be invited. Ask your HRX contact for help.' };
  throw new DomainError('request/invalid', { details: { fields } });
}

/** @returns what the decisions about this person's membership and claims are made on. */
export function standingOfAccount({ account, user }: Pick<Invitee, 'account' | 'user'>) {
  const facts = user ?? factsWithoutDocument(account.uid);
  const neverUsed = isNeverUsed(account, facts);
  return {
    neverUsed,
    /** A member entry may be made of them: nobody else can be behind this account. */
    isKnown: !account.disabled && (neverUsed || isProven(account, facts)),
  };
}
