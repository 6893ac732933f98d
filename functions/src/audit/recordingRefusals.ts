/** Refused attempts: each leaves an entry in HRX's audit, and who makes too many is told to stop. */
import type { ErrorCode } from '../contract/errors.ts';
import { bucketKey, REFUSALS_LIMIT, takeOne } from '../limits/rateLimits.ts';
import type { Caller } from '../platform/authenticate.ts';
import type { PlatformDeps } from '../platform/platformDeps.ts';
import { isDomainError } from '../platform/DomainError.ts';
import { writeDenied } from './writeAudit.ts';

/** The refusals that say "not you": a mistake in a form is none. */
const DENIALS = new Set<ErrorCode>([
  'tenant/not-found',
  'tenant/not-allowed',
  'tenant/hrx-only',
  'invite/not-allowed',
  'invite/offer-too-high',
  'invite/not-yours',
  'invite/offer-above-yours',
  'members/not-allowed',
]);

export interface Attempt {
  callable: string;
  tenantId: string;
  targetUid: string | null;
}

/**
 * Runs a use case; a denial of it is counted and recorded, once, after the use case's own transaction is undone.
 *
 * @throws what the use case throws, or limits/refusals where this caller was denied too often.
 */
export async function recordingRefusals<Result>(
  deps: Pick<PlatformDeps, 'transact' | 'clock' | 'random'>,
  caller: Caller,
  attempt: Attempt,
  run: () => Promise<Result>,
): Promise<Result> {
  try {
    return await run();
  } catch (thrown) {
    if (isDomainError(thrown) && DENIALS.has(thrown.code)) await record(deps, caller, attempt, thrown.code);
    throw thrown;
  }
}

async function record(
  deps: Pick<PlatformDeps, 'transact' | 'clock' | 'random'>,
  caller: Caller,
  { callable, tenantId, targetUid }: Attempt,
  code: ErrorCode,
): Promise<void> {
  const now = deps.clock.now();
  const key = bucketKey('refusals', caller.uid);
  await deps.transact(async (tx) => {
    const { bucket } = await tx.readAll({ bucket: key });
    tx.set(key, takeOne(bucket, REFUSALS_LIMIT, now));
    writeDenied(
      tx,
      deps.random,
      {
        tenantId,
        actorUid: caller.uid,
        actorKind: code === 'tenant/not-found' ? 'stranger' : 'member',
        targetUid,
        inviteId: null,
        before: null,
        after: { callable, code },
      },
      now,
    );
  });
}
