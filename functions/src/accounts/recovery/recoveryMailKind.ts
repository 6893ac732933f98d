/** What a mail that lets somebody back in offers to whom. Pure. */
import type { UserDocument } from '../../contract/documents.ts';
import type { RecoveryMailKind } from '../../outbox/templates/recoveryMailWords.ts';
import { isDomainError } from '../../platform/DomainError.ts';
import { factsWithoutDocument, isNeverUsed, isProven, type Account } from '../../domain/account.ts';
import { assertReclaimable, type ReclaimFacts } from './assertReclaimable.ts';

/** What somebody asked for who wants back in. */
export type RecoveryWish = 'password' | 'sign-in';

interface Facts extends Omit<ReclaimFacts, 'user'> {
  user: UserDocument | undefined;
}

/**
 * Only a proven account is signed in to by a link: signing in by mail verifies the address, and would vouch for a
 * password that somebody else chose. Any other owner of a mailbox first sets a new one.
 *
 * @returns `invitation`: the account was never used, and the way in is what still waits for it; `nothing`: it is disabled.
 */
export function recoveryMailKind(
  account: Account,
  facts: Facts,
  wants: RecoveryWish,
): RecoveryMailKind | 'invitation' | 'nothing' {
  if (account.disabled) return 'nothing';
  const known = facts.user ?? factsWithoutDocument(account.uid);
  if (isProven(account, known)) return wants === 'sign-in' ? 'sign-in' : newPasswordKind(account);
  if (isNeverUsed(account, known)) return 'invitation';
  const isReclaimable = mayReclaim(account, facts);
  if (wants === 'sign-in') return isReclaimable ? 'password-first' : 'ask-about-sign-in';
  return isReclaimable ? 'secret' : 'ask-about-password';
}

function newPasswordKind({ providers }: Account): RecoveryMailKind {
  return providers.length > 0 && !providers.includes('password') ? 'provider' : 'code';
}

function mayReclaim(account: Account, facts: Facts): boolean {
  try {
    assertReclaimable(account, facts);
    return true;
  } catch (thrown) {
    if (isDomainError(thrown, 'invite/admin-needed')) return false;
    throw thrown;
  }
}
