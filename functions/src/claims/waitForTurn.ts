/** One projector at a time: waiting for the lease, or for its holder to have done the work. */
import type { ProjectorDeps, Turn } from './projection.ts';

/** How long a caller waits before the task `syncClaims` takes over. */
const PATIENCE_SECONDS = 10;
const PAUSE_MILLIS_MIN = 40;
const PAUSE_MILLIS_MAX = 600;

/**
 * Waits by plain reads: transactions would hold up the very projector that is waited for.
 *
 * @returns the lease with what to write; `done` as soon as the claims hold the version that stood at the first look;
 *   `busy` when patience ended; `missing` for a person that we know nothing of.
 */
export async function waitForTurn(deps: ProjectorDeps, uid: string, holder: string): Promise<Turn> {
  const deadline = deps.clock.now().getTime() + PATIENCE_SECONDS * 1000;
  let wanted: number | undefined;
  for (let pause = PAUSE_MILLIS_MIN; ; pause = Math.min(pause * 1.6, PAUSE_MILLIS_MAX)) {
    const progress = await deps.claimsStore.findProgress(uid);
    if (progress === undefined) return { kind: 'missing' };
    const { version, claimsVersion, leftOut, leaseUntil } = progress;
    wanted ??= version;
    if (claimsVersion >= wanted) return { kind: 'done', claimsVersion, leftOut };
    if (leaseUntil === null || leaseUntil <= deps.clock.now()) {
      const turn = await deps.claimsStore.takeLease(uid, holder, deps.clock.now());
      if (turn.kind !== 'busy') return turn;
    }
    if (deps.clock.now().getTime() >= deadline) return { kind: 'busy', version };
    // Uneven pauses, so that those who wait do not all come at once.
    await deps.sleep(pause * (0.5 + Math.random()));
  }
}
