/** Who may answer an invitation as its invitee. Pure. */
import type { PendingInviteDocument } from '../../contract/documents.ts';
import { isProven, type Account, type UserFacts } from '../../domain/account.ts';
import { needsProvenAddress } from '../../domain/authority.ts';

/**
 * @param account a fresh record: a token may be an hour old, and its address another one by now.
 * @returns whether this account is the invited one, and known to be its owner's: the address is proven, or the account
 *   began with the hand-over link of this very tenant, which vouches for whom it gave that to. That is enough for what
 *   gives no power, and for no more: the link alone would make Admins.
 */
export function mayAcceptAs(
  account: Account,
  user: UserFacts,
  invite: Pick<
    PendingInviteDocument,
    'uid' | 'email' | 'tenantId' | 'role' | 'securityLevel' | 'permissions'
  >,
): boolean {
  if (isProven(account, user)) return isInvitedAccount(account, invite);
  return mayDeclineAs(account, user, invite) && !needsProvenAddress(invite);
}

/** @returns whether this account may say no: nobody else could be told by it, whatever was offered. */
export function mayDeclineAs(
  account: Account,
  user: UserFacts,
  invite: Pick<PendingInviteDocument, 'uid' | 'email' | 'tenantId'>,
): boolean {
  return isInvitedAccount(account, invite) && (isProven(account, user) || hasBegunHere(user, invite));
}

/** @returns whether uid and address are the invited ones: both must match. */
export function isInvitedAccount(
  account: Pick<Account, 'uid' | 'email'>,
  invite: Pick<PendingInviteDocument, 'uid' | 'email'>,
): boolean {
  return account.uid === invite.uid && account.email === invite.email;
}

function hasBegunHere(user: UserFacts, { tenantId }: Pick<PendingInviteDocument, 'tenantId'>): boolean {
  return user.begun?.by === 'handover' && user.begun.tenantId === tenantId;
}
