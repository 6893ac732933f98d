/** Guessing at what only its holder knows: each miss is counted for the network that it came from. */
import type { ErrorCode } from '../contract/errors.ts';
import { isDomainError } from '../platform/DomainError.ts';
import type { PlatformDeps } from '../platform/platformDeps.ts';
import { bucketKey, MISSES_LIMIT, takeOne } from './rateLimits.ts';

/** The refusals that say: this secret never was one, or this is not its address. */
const MISSES = new Set<ErrorCode>([
  'invite/not-found',
  'invite/wrong-address',
  'recovery/not-found',
  'recovery/other-address',
]);

type MissDeps = Pick<PlatformDeps, 'transact' | 'clock'>;

/**
 * Runs a use case that anybody may call. Only misses count and only misses are refused: an office shares one network,
 * and who holds a right secret there must not be locked out by who guesses. 256 bits are not found by guessing anyway.
 *
 * @throws what the use case throws, or limits/misses where this network missed too often.
 */
export async function countingMisses<Result>(
  deps: MissDeps,
  network: string,
  run: () => Promise<Result>,
): Promise<Result> {
  try {
    return await run();
  } catch (thrown) {
    if (isDomainError(thrown) && MISSES.has(thrown.code)) await countMiss(deps, network);
    throw thrown;
  }
}

/** For a use case that does not tell its misses. @throws limits/misses. */
export async function countMiss(deps: MissDeps, network: string): Promise<void> {
  const key = bucketKey('misses', network);
  await deps.transact(async (tx) => {
    const { bucket } = await tx.readAll({ bucket: key });
    tx.set(key, takeOne(bucket, MISSES_LIMIT, deps.clock.now()));
  });
}
