/** A fresh record of the caller against their token, which may be an hour old. */
import type { Caller } from '../platform/authenticate.ts';
import { DomainError } from '../platform/DomainError.ts';
import type { AccountStore } from './accounts.auth.ts';
import type { Account } from '../domain/account.ts';

/**
 * @returns the caller's account.
 * @throws auth/required where it is gone, auth/account-disabled, auth/session-ended where Firebase ended all sessions since.
 */
export function assertOwnAccount(
  { authTimeMillis }: Pick<Caller, 'authTimeMillis'>,
  account: Account | undefined,
): Account {
  if (!account) throw new DomainError('auth/required');
  if (account.disabled) throw new DomainError('auth/account-disabled');
  if (authTimeMillis < (account.tokensValidAfterMillis ?? 0)) throw new DomainError('auth/session-ended');
  return account;
}

/** @returns what asks for the caller's record at its first call: beside the reads of a transaction, however often that runs. */
export function ownAccountOnce(
  { accounts }: { accounts: Pick<AccountStore, 'findByUid'> },
  { uid }: Pick<Caller, 'uid'>,
): () => Promise<Account | undefined> {
  let found: Promise<Account | undefined> | undefined;
  return () => (found ??= accounts.findByUid(uid));
}
