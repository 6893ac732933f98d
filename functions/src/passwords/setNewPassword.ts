/** A new password by our own mail: for an account whose address nobody has proven, this proves it. */
import type { CallableRequest, CallableResponse } from '../contract/callables.ts';
import { documentKeys } from '../contract/documentKeys.ts';
import type { PasswordResetDocument } from '../contract/serverDocuments.ts';
import { hashSecret } from '../links/inviteSecret.ts';
import type { Deps } from '../platform/deps.ts';
import { DomainError } from '../platform/DomainError.ts';
import { factsWithoutDocument, isProven, newUserDocument } from '../users/userAccount.ts';
import { reclaimAccount } from './reclaimAccount.ts';

/**
 * Whoever set the password before is out: every session, every other way in.
 *
 * @throws reset/not-found for a secret that never was one, was used, has ended, or whose account is proven by now;
 *   auth/account-disabled, invite/admin-needed, request/busy.
 */
export async function setNewPassword(
  deps: Deps,
  { secret, password }: CallableRequest<'setNewPassword'>,
): Promise<CallableResponse<'setNewPassword'>> {
  const key = documentKeys.passwordReset(hashSecret(secret));
  const { uid, email } = assertLive((await deps.reads.readAll({ reset: key })).reset, deps.clock.now());
  await reclaimAccount(deps, {
    uid,
    email,
    password,
    admit: async (tx, account, user) => {
      const { reset } = await tx.readAll({ reset: key });
      assertLive(reset, deps.clock.now());
      const isStillUnproven = !isProven(account, user ?? factsWithoutDocument(uid));
      if (account.email !== email || !isStillUnproven) throw new DomainError('reset/not-found');
      return user ?? newUserDocument(uid, { tenantId: '', inviteId: '' });
    },
    conclude: (tx, _user, now) => {
      tx.update(key, { usedAt: now });
      return {};
    },
  });
  return { email };
}

function assertLive(reset: PasswordResetDocument | undefined, now: Date): PasswordResetDocument {
  if (!reset?.holdsSecret || reset.usedAt !== null || reset.expireAt.toMillis() <= now.getTime()) {
    throw new DomainError('reset/not-found');
  }
  return reset;
}
