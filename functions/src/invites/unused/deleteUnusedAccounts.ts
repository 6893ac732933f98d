/**
 * The sweep's part about accounts: what we made for an invitation, and nothing needs any more, is deleted. First a tombstone
 * is written, in the transaction that asks whether anything needs it: an invitation that comes at the same moment either
 * comes first, or meets the tombstone and is tried again. The tombstone stays until every such call is over.
 */
import { documentKeys } from '../../contract/documentKeys.ts';
import type { UserDocument } from '../../contract/documents.ts';
import { isNeverUsed } from '../../domain/account.ts';
import { workThrough } from '../../platform/workThrough.ts';
import type { InviteDeps } from '../inviteDeps.ts';

/** Longer than any transaction may last (270 s). */
const TOMBSTONE_KEPT_SECONDS = 3600;

/** @returns how many accounts this run has deleted. */
export async function deleteUnusedAccounts(deps: InviteDeps, { limit }: { limit: number }): Promise<number> {
  const { unusedUsers } = deps;
  const laneOf = ({ path }: { path: string }) => path;
  await workThrough(
    deps,
    {
      name: 'bury',
      list: unusedUsers.listIdle,
      laneOf,
      work: ({ document: { uid } }) => bury(deps, uid),
    },
    limit,
  );
  return workThrough(
    deps,
    {
      name: 'delete',
      list: unusedUsers.listBuried,
      laneOf,
      work: ({ document }) => (document.tombstone?.isGone ? forget(deps, document) : remove(deps, document)),
    },
    limit,
  );
}

/** @returns whether nothing needs the account. */
function bury({ transact, clock, unusedUsers }: InviteDeps, uid: string): Promise<boolean> {
  return transact(async (tx) => {
    const now = clock.now();
    const keys = { user: documentKeys.user(uid), staff: documentKeys.staff(uid) };
    const [{ user, staff }, isInvited] = await Promise.all([
      tx.readAll(keys),
      unusedUsers.isInvited(tx, uid),
    ]);
    if (!user || user.tombstone || user.begun || !user.idleSince) return false;
    if (Object.keys(user.memberships).length > 0) return false;
    if (isInvited || staff) {
      // Asked again a day later.
      tx.update(keys.user, { idleSince: now });
      return false;
    }
    tx.update(keys.user, { idleSince: null, tombstone: { since: now, isGone: false, nextAt: now } });
    return true;
  });
}

async function remove(deps: InviteDeps, user: UserDocument): Promise<boolean> {
  const { uid } = user;
  const account = await deps.accounts.findByUid(uid);
  // Somebody has found a way in without us, with Google for one: the account is theirs.
  const isSpared = account !== undefined && !isNeverUsed(account, user);
  if (!isSpared) await deps.accounts.deleteAccount(uid);
  return deps.transact(async (tx) => {
    const key = documentKeys.user(uid);
    const { user: stored } = await tx.readAll({ user: key });
    if (!stored?.tombstone || stored.tombstone.isGone) return false;
    const nextAt = new Date(deps.clock.now().getTime() + TOMBSTONE_KEPT_SECONDS * 1000);
    tx.update(key, { tombstone: isSpared ? null : { ...stored.tombstone, isGone: true, nextAt } });
    return !isSpared;
  });
}

/** @returns false: the account was counted when it was deleted. */
function forget({ transact }: InviteDeps, { uid }: UserDocument): Promise<boolean> {
  return transact(async (tx) => {
    const key = documentKeys.user(uid);
    const { user } = await tx.readAll({ user: key });
    if (user?.tombstone?.isGone) tx.delete(key);
    return false;
  });
}
