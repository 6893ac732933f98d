/** Asking for a way back in: everybody is told the same in the same time, and the mail says the rest. */
import type { CallableResponse } from '../../contract/callables.ts';
import { RECOVERY_COOLDOWN_SECONDS } from '../../contract/limits.ts';
import { bucketKey, RECOVERIES_LIMIT, takeOne } from '../../limits/rateLimits.ts';
import { takeFromWindow } from '../../limits/slidingWindow.ts';
import { queueOutbox, writeOutbox } from '../../outbox/outboxWork.ts';
import type { AccountDeps } from '../accountDeps.ts';
import { ownUid } from '../../domain/account.ts';
import { recoveryWork } from './recoveryMail.ts';
import type { RecoveryWish } from './recoveryMailKind.ts';

interface Asked {
  email: string;
  wants: RecoveryWish;
}

/**
 * The same steps for every address: counting, looking the account up, and putting a mail into the outbox, which decides
 * when it is sent. For an address without an account it is about nobody.
 *
 * @param network counted before anything about the address is asked. All wishes count together: they use up the same
 *   mail server and the same look-ups, and two doors must not let twice as many through.
 * @throws limits/recoveries.
 */
export async function requestRecovery(
  deps: AccountDeps,
  { email, wants }: Asked,
  network: string,
): Promise<CallableResponse<'requestPasswordReset' | 'requestSignInLink'>> {
  const isDue = await countIn(deps, { email, wants }, network);
  if (!isDue) return {};
  const account = await deps.accounts.findByEmail(email);
  const uid = account?.uid ?? ownUid(deps.random.hex(12));
  const asked = recoveryWork({ uid, nonce: deps.random.hex(16), wants });
  const work = await deps.transact((tx) => Promise.resolve(writeOutbox(tx, asked, deps.clock.now())));
  await queueOutbox(deps, work);
  return {};
}

/** Who gets one mail may need the other a moment later: so each wish rests by itself. */
const COOLDOWN_OF = { password: 'reset of', 'sign-in': 'sign-in link of' } as const;

/** @returns whether this was not just asked for this address, which says nothing about whether there is an account. */
function countIn(deps: AccountDeps, { email, wants }: Asked, network: string): Promise<boolean> {
  const keys = {
    network: bucketKey('recoveries', network),
    address: bucketKey(COOLDOWN_OF[wants], email),
  };
  return deps.transact(async (tx) => {
    const now = deps.clock.now();
    const buckets = await tx.readAll(keys);
    tx.set(keys.network, takeOne(buckets.network, RECOVERIES_LIMIT, now));
    const limit = { max: 1, windowSeconds: RECOVERY_COOLDOWN_SECONDS };
    const taken = takeFromWindow(buckets.address?.takenAt ?? [], limit, now);
    if (!taken.allowed) return false;
    const expireAt = new Date(now.getTime() + limit.windowSeconds * 1000);
    tx.set(keys.address, { takenAt: taken.takenAt, expireAt });
    return true;
  });
}
