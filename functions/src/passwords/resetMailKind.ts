/** What a mail about a new password offers to whom. Pure. */
import { isDomainError } from '../platform/DomainError.ts';
import { factsWithoutDocument, isNeverUsed, isProven, type Account } from '../users/userAccount.ts';
import { assertReclaimable, type ReclaimFacts } from './assertReclaimable.ts';
import type { UserDocument } from '../contract/documents.ts';

/**
 * `invitation`: the account was never used. `code`: Firebase's own. `secret`: ours, since the server must know that the
 * mailbox's owner chose the new password. `provider`: there is no password to forget. `ask`: a person has to look at it.
 */
export type ResetMailKind = 'invitation' | 'code' | 'secret' | 'provider' | 'ask' | 'nothing';

export function resetMailKind(
  account: Account,
  { user, staff }: Omit<ReclaimFacts, 'user'> & { user: UserDocument | undefined },
): ResetMailKind {
  const { disabled, providers } = account;
  if (disabled) return 'nothing';
  const facts = user ?? factsWithoutDocument(account.uid);
  if (isNeverUsed(account, facts)) return 'invitation';
  if (isProven(account, facts)) {
    return providers.length > 0 && !providers.includes('password') ? 'provider' : 'code';
  }
  try {
    assertReclaimable(account, { user, staff });
    return 'secret';
  } catch (thrown) {
    if (isDomainError(thrown, 'invite/admin-needed')) return 'ask';
    throw thrown;
  }
}
