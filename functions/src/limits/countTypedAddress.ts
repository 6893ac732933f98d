/** The address that has to be typed beside a mailed link: robots press buttons, and type nothing. */
import type { PlatformDeps } from '../platform/platformDeps.ts';
import { bucketKey, takeOne, WRONG_ADDRESSES_LIMIT } from './rateLimits.ts';

/**
 * A wrong one is counted for the link. Once there were too many, the right one is not taken either until some time has
 * passed: else the holder of somebody else's link could try one address after the other.
 *
 * @param isRight whether the typed address is the one that the link was mailed to.
 * @throws limits/addresses.
 */
export async function countTypedAddress(
  deps: Pick<PlatformDeps, 'transact' | 'clock'>,
  secret: string,
  isRight: boolean,
): Promise<void> {
  const key = bucketKey('wrong addresses', secret);
  await deps.transact(async (tx) => {
    const { bucket } = await tx.readAll({ bucket: key });
    const taken = takeOne(bucket, WRONG_ADDRESSES_LIMIT, deps.clock.now());
    if (!isRight) tx.set(key, taken);
  });
}
