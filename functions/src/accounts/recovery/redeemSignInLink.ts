/** Signing in by our own mail: what the link is worth is decided when it is used, not when it was mailed. */
import type { CallableRequest, CallableResponse } from '../../contract/callables.ts';
import { documentKeys } from '../../contract/documentKeys.ts';
import { countTypedAddress } from '../../limits/countTypedAddress.ts';
import { hashSecret } from '../../platform/linkKeys.ts';
import type { AccountDeps } from '../accountDeps.ts';
import { DomainError } from '../../platform/DomainError.ts';
import { factsWithoutDocument, isProven } from '../../domain/account.ts';
import { assertUsable } from './assertUsable.ts';

/**
 * Firebase's code signs in to whatever account has the address by then, and verifies it. So it is made only now, and told
 * only where the account is the one that the link was mailed for, and is still proven.
 *
 * @throws recovery/not-found for a secret that never was one, was used, has ended, or whose account is gone, has another
 *   address or is not proven any more; recovery/other-address, which uses nothing up; limits/addresses; auth/account-disabled.
 */
export async function redeemSignInLink(
  deps: Pick<AccountDeps, 'reads' | 'transact' | 'accounts' | 'clock' | 'frontendUrl'>,
  { secret, email }: CallableRequest<'redeemSignInLink'>,
): Promise<CallableResponse<'redeemSignInLink'>> {
  const key = documentKeys.recoveryMail(hashSecret(secret));
  const sent = assertUsable((await deps.reads.readAll({ mail: key })).mail, 'sign-in', deps.clock.now());
  const isRight = sent.email === email;
  await countTypedAddress(deps, secret, isRight);
  if (!isRight) throw new DomainError('recovery/other-address');
  // Before anything is used up: Firebase may not answer. Until the end of the transaction nobody is told it.
  const code = await deps.accounts.signInCode(email, deps.frontendUrl());
  await deps.transact(async (tx) => {
    const now = deps.clock.now();
    const { mail, user } = await tx.readAll({ mail: key, user: documentKeys.user(sent.uid) });
    assertUsable(mail, 'sign-in', now);
    const account = await deps.accounts.findByUid(sent.uid);
    if (account?.disabled) throw new DomainError('auth/account-disabled');
    const isSame = account?.email === email && isProven(account, user ?? factsWithoutDocument(account.uid));
    if (!isSame) throw new DomainError('recovery/not-found');
    tx.update(key, { usedAt: now });
  });
  return { code };
}
