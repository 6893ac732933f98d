/** A mailed link and an account that was there before, whose address nobody ever proved: the mailbox's owner takes it. */
import type { CallableRequest, CallableResponse } from '../../contract/callables.ts';
import { documentKeys } from '../../contract/documentKeys.ts';
import { assertReclaimable } from '../../accounts/recovery/assertReclaimable.ts';
import { reclaimAccount } from '../../accounts/recovery/reclaimAccount.ts';
import type { InviteDeps } from '../inviteDeps.ts';
import { DomainError } from '../../platform/DomainError.ts';
import { newUserDocument, type Account } from '../../domain/account.ts';
import { isInvitedAccount } from './mayAcceptAs.ts';
import { findRedeemWay } from './findRedeemWay.ts';
import { assertLinkOpen, openLink, type OpenedLink } from '../links/openLink.ts';

/**
 * Without a password nothing happens: the answer says that one is wanted.
 *
 * @throws invite/admin-needed, invite/password-not-taken where somebody else was faster, request/busy, auth/account-disabled.
 */
export async function reclaimByMail(
  deps: InviteDeps,
  { secret, password }: CallableRequest<'redeemInvite'>,
  { uid, ...account }: Account,
  { invite, link, user }: OpenedLink,
): Promise<CallableResponse<'redeemInvite'>> {
  const { email } = invite;
  const answer = { way: 'set-password', email, code: null } as const;
  if (!password) {
    await assertOpenToReclaim(deps, { uid, ...account }, user);
    return answer;
  }
  const { tenantId, inviteId } = link;
  await reclaimAccount(deps, {
    uid,
    email,
    password,
    admit: async (tx, fresh) => {
      const opened = await openLink(tx, secret, deps.clock.now());
      assertLinkOpen(opened);
      if (!isInvitedAccount(fresh, opened.invite)) throw new DomainError('invite/wrong-account');
      const way = await findRedeemWay(deps, opened, fresh, tx);
      if (way !== 'set-password') throw new DomainError('invite/password-not-taken');
      return opened.user ?? newUserDocument(uid, { tenantId, inviteId });
    },
    conclude: (_tx, { begun }, now) => ({ begun: begun ?? { by: 'mail', tenantId, at: now } }),
  });
  return answer;
}

/**
 * Asks what a reclaim would ask, and does nothing: so that nobody thinks up a password in vain.
 *
 * @throws auth/account-disabled, invite/admin-needed.
 */
export async function assertOpenToReclaim(
  deps: Pick<InviteDeps, 'reads'>,
  account: Account,
  user: OpenedLink['user'],
): Promise<void> {
  const { staff } = await deps.reads.readAll({ staff: documentKeys.staff(account.uid) });
  assertReclaimable(account, { user, staff });
}
