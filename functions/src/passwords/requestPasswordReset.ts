/** Asking for a new password: everybody is told the same in the same time, and the mail says the rest. */
import type { CallableRequest, CallableResponse } from '../contract/callables.ts';
import { RESET_COOLDOWN_SECONDS } from '../contract/limits.ts';
import { bucketKey, RESETS_LIMIT, takeOne } from '../limits/rateLimits.ts';
import { takeFromWindow } from '../limits/slidingWindow.ts';
import type { Deps } from '../platform/deps.ts';
import { describeError } from '../platform/log.ts';
import { ownUid } from '../users/userAccount.ts';

/**
 * The same steps for every address: counting, looking the account up, and queueing a task, which decides. For an address
 * without an account the task is about nobody.
 *
 * @param network counted before anything about the address is asked.
 * @throws limits/resets.
 */
export async function requestPasswordReset(
  deps: Deps,
  { email }: CallableRequest<'requestPasswordReset'>,
  network: string,
): Promise<CallableResponse<'requestPasswordReset'>> {
  const isDue = await countIn(deps, email, network);
  if (!isDue) return {};
  const account = await deps.accounts.findByEmail(email);
  const task = { uid: account?.uid ?? ownUid(deps.random.hex(12)), nonce: deps.random.hex(16) };
  try {
    await deps.mailQueue.enqueueReset(task);
  } catch (thrown) {
    deps.log.error('reset.not_queued', { error: describeError(thrown) });
  }
  return {};
}

/** @returns whether this address has not just been asked for, which says nothing about whether there is an account. */
function countIn(deps: Deps, email: string, network: string): Promise<boolean> {
  const keys = { network: bucketKey('resets', network), address: bucketKey('reset of', email) };
  return deps.transact(async (tx) => {
    const now = deps.clock.now();
    const buckets = await tx.readAll(keys);
    tx.set(keys.network, takeOne(buckets.network, RESETS_LIMIT, now));
    const limit = { max: 1, windowSeconds: RESET_COOLDOWN_SECONDS };
    const taken = takeFromWindow(buckets.address?.takenAt ?? [], limit, now);
    if (!taken.allowed) return false;
    const expireAt = new Date(now.getTime() + limit.windowSeconds * 1000);
    tx.set(keys.address, { takenAt: taken.takenAt, expireAt });
    return true;
  });
}
