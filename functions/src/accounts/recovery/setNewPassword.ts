/** A new password by our own mail: for an account whose address nobody has proven, this proves it. */
import type { CallableRequest, CallableResponse } from '../../contract/callables.ts';
import { documentKeys } from '../../contract/documentKeys.ts';
import { hashSecret } from '../../platform/linkKeys.ts';
import type { AccountDeps } from '../accountDeps.ts';
import { DomainError } from '../../platform/DomainError.ts';
import { factsWithoutDocument, isProven, newUserDocument } from '../../domain/account.ts';
import { assertUsable } from './assertUsable.ts';
import { reclaimAccount } from './reclaimAccount.ts';

/**
 * Whoever set the password before is out: every session, every other way in.
 *
 * @throws recovery/not-found for a secret that never was one, was used, has ended, or whose account is proven by now;
 *   auth/account-disabled, invite/admin-needed, request/busy.
 */
export async function setNewPassword(
  deps: AccountDeps,
  { secret, password }: CallableRequest<'setNewPassword'>,
): Promise<CallableResponse<'setNewPassword'>> {
  const key = documentKeys.recoveryMail(hashSecret(secret));
  const { mail: sent } = await deps.reads.readAll({ mail: key });
  const { uid, email } = assertUsable(sent, 'new-password', deps.clock.now());
  await reclaimAccount(deps, {
    uid,
    email,
    password,
    admit: async (tx, account, user) => {
      const { mail } = await tx.readAll({ mail: key });
      assertUsable(mail, 'new-password', deps.clock.now());
      const isStillUnproven = !isProven(account, user ?? factsWithoutDocument(uid));
      if (account.email !== email || !isStillUnproven) throw new DomainError('recovery/not-found');
      return user ?? newUserDocument(uid, { tenantId: '', inviteId: '' });
    },
    conclude: (tx, _user, now) => {
      tx.update(key, { usedAt: now });
      return {};
    },
  });
  return { email };
}
