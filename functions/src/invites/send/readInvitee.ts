/** The person who is invited: their account, found or made, and what is known of them. */
import { documentKeys } from '../../contract/documentKeys.ts';
import type { PendingInviteDocument, UserDocument, UserMembership } from '../../contract/documents.ts';
import { uidField } from '../../contract/fields.ts';
import type { InviteDeps } from '../inviteDeps.ts';
import { DomainError } from '../../platform/DomainError.ts';
import type { Tx } from '../../platform/transaction.ts';
import { factsWithoutDocument, isNeverUsed, isProven, type Account } from '../../domain/account.ts';

/** An account by its address, looked up once and made once, however often a transaction runs. */
export interface InviteeAccount {
  ownUid: string;
  /** The inviter's own record, which comes with the same request. */
  findCaller: () => Promise<Account | undefined>;
  find: () => Promise<Account | undefined>;
  make: (displayName: string) => Promise<Account>;
}

export interface Invitee {
  account: Account;
  invite: PendingInviteDocument | undefined;
  /** Their membership here: the copy that every change of a member document writes with it. */
  membership: UserMembership | undefined;
  user: UserDocument | undefined;
  /** Whether they are HRX staff; null where nobody needed to know. */
  staffActive: boolean | null;
}

export function inviteeAccount(
  { accounts }: Pick<InviteDeps, 'accounts'>,
  wanted: { uid: string; email: string },
  callerUid: string,
): InviteeAccount {
  let both: ReturnType<InviteDeps['accounts']['findBoth']> | undefined;
  let made: Promise<Account> | undefined;
  const findBoth = () => (both ??= accounts.findBoth(wanted.email, callerUid));
  return {
    ownUid: wanted.uid,
    find: async () => (await findBoth()).byEmail,
    findCaller: async () => (await findBoth()).byUid,
    make: (displayName) => (made ??= accounts.makeAccount({ ...wanted, displayName })),
  };
}

/** Whom to read, and how they are called where an account is made for them. */
export interface WantedInvitee {
  tenantId: string;
  displayName: string;
  account: InviteeAccount;
}

/**
 * Reads all that an invitation depends on; an account that there is not yet is made at the same time.
 *
 * @param mayTouchClaims whether the offer may stand in the claims before it is accepted.
 * @throws request/invalid for an account whose id is no Firestore id: Auth knows such ones.
 */
export async function readInvitee(
  tx: Tx,
  { tenantId, displayName, account: { ownUid, find, make } }: WantedInvitee,
  mayTouchClaims: boolean,
): Promise<Invitee> {
  const read = async (uid: string, withStaff: boolean) => {
    const { staff, invite, user } = await tx.readAll({
      invite: documentKeys.pendingInvite(tenantId, uid),
      user: documentKeys.user(uid),
      staff: withStaff ? documentKeys.staff(uid) : null,
    });
    if (user?.tombstone) throw new DomainError('request/busy');
    const membership = user?.memberships[tenantId];
    return { invite, membership, user, staffActive: withStaff ? staff?.active === true : null };
  };
  const found = await find();
  if (found) {
    assertUsableUid(found.uid);
    return { account: found, ...(await read(found.uid, mayTouchClaims && mayBeKnown(found))) };
  }
  const [account, { user }] = await Promise.all([
    make(displayName),
    tx.readAll({ user: documentKeys.user(ownUid) }),
  ]);
  // Every invitation of an account that was never used writes its `users/{uid}`: without that there is nothing of it.
  if (account.uid === ownUid && user === undefined) return { account, ...NOTHING_KNOWN };
  // Somebody else made the account at the same moment, or has invited it since.
  return { account, ...(await read(account.uid, mayTouchClaims)) };
}

const NOTHING_KNOWN = { invite: undefined, membership: undefined, user: undefined, staffActive: false };

function assertUsableUid(uid: string): void {
  if (uidField.safeParse(uid).success) return;
  const fields = { email: 'The account with this address cannot be invited. Ask your HRX contact for help.' };
  throw new DomainError('request/invalid', { details: { fields } });
}

/** @returns false for an account that will get no membership, whatever its documents say. */
function mayBeKnown({ disabled, emailVerified, providers }: Account): boolean {
  return !disabled && (emailVerified || providers.length === 0);
}

/** @returns what the decisions about this person's membership and claims are made on. */
export function standingOfAccount({ account, user }: Pick<Invitee, 'account' | 'user'>) {
  const facts = user ?? factsWithoutDocument(account.uid);
  const neverUsed = isNeverUsed(account, facts);
  return {
    neverUsed,
    /** They may get a membership: nobody else can be behind this account. */
    isKnown: !account.disabled && (neverUsed || isProven(account, facts)),
  };
}
