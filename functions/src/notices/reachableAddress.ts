/** Where somebody can be told something. */
import type { NoticeDeps } from './noticeDeps.ts';

/** @returns their address, or undefined: the account is gone or blocked, or the address may be somebody else's. */
export async function reachableAddress(
  { accounts }: Pick<NoticeDeps, 'accounts'>,
  uid: string,
): Promise<string | undefined> {
  const account = await accounts.findByUid(uid);
  return account?.emailVerified && !account.disabled ? (account.email ?? undefined) : undefined;
}
