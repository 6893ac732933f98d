/** A tenant never loses its last Admin who can act. */
import { documentKeys } from '../contract/documentKeys.ts';
import { factsWithoutDocument, isProven } from '../domain/account.ts';
import { DomainError } from '../platform/DomainError.ts';
import type { Tx } from '../platform/transaction.ts';
import type { MemberDeps } from './memberDeps.ts';

/**
 * Who is only invited or suspended is no Admin, and who may not act (a disabled account, an unproven address) does not
 * count. The first other one who may ends the search, so that it takes one account in most tenants.
 *
 * @param leaving the Admin who is to be none any more.
 * @throws members/last-admin.
 */
export async function assertAdminLeft(
  { members, accounts }: Pick<MemberDeps, 'members' | 'accounts'>,
  tx: Tx,
  leaving: { tenantId: string; uid: string },
): Promise<void> {
  const admins = await members.listActiveAdmins(tx, leaving.tenantId);
  for (const uid of admins.filter((admin) => admin !== leaving.uid)) {
    const [{ user }, account] = await Promise.all([
      tx.readAll({ user: documentKeys.user(uid) }),
      accounts.findByUid(uid),
    ]);
    if (account && !account.disabled && isProven(account, user ?? factsWithoutDocument(uid))) return;
  }
  throw new DomainError('members/last-admin');
}
