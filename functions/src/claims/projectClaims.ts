/** The projector: brings somebody's custom claims to what their memberships say. */
import { randomUUID } from 'node:crypto';
import { describeError } from '../platform/log.ts';
import { ClaimsFailure } from './ClaimsFailure.ts';
import { waitForTurn } from './waitForTurn.ts';
import { CLAIMS_LEASE_SECONDS } from './claimsLease.ts';
import type { EndedTurn, Projection, ProjectOptions, ProjectorDeps, Turn } from './projection.ts';
import { syncBackoffSeconds } from './syncRetry.ts';
import { writeClaims } from './writeClaims.ts';

/** Whose claims, and who brings them there. */
interface Run {
  uid: string;
  holder: string;
  options: ProjectOptions;
}

/**
 * Claims are written whole, and Auth has no compare-and-set: so one projector at a time, which after writing reads the
 * version again and repeats until it is the one that it wrote. Who finds another at work waits until that one has done
 * it. What cannot be done now the task `syncClaims` goes on with.
 *
 * @returns when the claims are there, or are known not to be. Throws in the task alone, which is run again.
 */
export async function projectClaims(
  deps: ProjectorDeps,
  uid: string,
  options: ProjectOptions = {},
): Promise<Projection> {
  const run: Run = { uid, holder: options.lease?.holder ?? randomUUID(), options };
  try {
    return await project(deps, run);
  } catch (thrown) {
    if (options.task) throw thrown;
    // Firestore. That there is work to do was written in the commit that made it.
    deps.log.error('claims.interrupted', { uid, error: describeError(thrown) });
    return handOver(deps, run, run.holder, CLAIMS_LEASE_SECONDS);
  }
}

async function project(deps: ProjectorDeps, run: Run): Promise<Projection> {
  try {
    return await conclude(deps, run, await takeTurns(deps, run));
  } catch (thrown) {
    if (thrown instanceof ClaimsFailure) return recordFailure(deps, run, thrown);
    throw thrown;
  }
}

/** Writes as long as it is our turn. */
async function takeTurns(deps: ProjectorDeps, { uid, holder, options }: Run): Promise<EndedTurn> {
  let known = options.account;
  let turn: Turn = options.lease
    ? { kind: 'taken', input: options.lease.input }
    : await waitForTurn(deps, uid, holder);
  while (turn.kind === 'taken') {
    const { input } = turn;
    const [leftOut, read] = await Promise.all([
      writeClaims(deps, uid, input, known),
      deps.claimsStore.readUser(uid),
    ]);
    known = undefined;
    turn = await deps.claimsStore.finish(uid, holder, { input, leftOut }, deps.clock.now(), read);
    if (turn.kind === 'busy') turn = await waitForTurn(deps, uid, holder);
  }
  return turn;
}

async function conclude(deps: ProjectorDeps, run: Run, turn: EndedTurn): Promise<Projection> {
  switch (turn.kind) {
    case 'done':
      return { applied: true, claimsVersion: turn.claimsVersion, leftOut: turn.leftOut, settled: true };
    case 'busy':
      return handOver(deps, run, String(turn.version), CLAIMS_LEASE_SECONDS);
    case 'missing':
      deps.log.warn('claims.nobody', { uid: run.uid });
      return notApplied({ settled: true });
  }
}

async function recordFailure(deps: ProjectorDeps, run: Run, failure: ClaimsFailure): Promise<Projection> {
  const { uid, holder, options } = run;
  // The caller's own try is the first, and the task goes on counting.
  const attempt = (options.task?.attempt ?? 0) + 1;
  const isOver = failure.permanent || options.task?.isLast === true;
  const pause = syncBackoffSeconds(attempt);
  const nextAt = isOver ? null : new Date(deps.clock.now().getTime() + pause * 1000);
  deps.log.error('claims.not_written', { uid, attempt, isOver, error: describeError(failure) });
  await deps.claimsStore.fail(uid, holder, {
    state: isOver ? 'failed' : 'retrying',
    attempt,
    nextAt,
    error: failure.message,
  });
  return isOver ? notApplied({ settled: true }) : handOver(deps, run, String(failure.version), pause);
}

/** Leaves the rest to the task. In the task itself: to its next run. */
async function handOver(
  deps: ProjectorDeps,
  { uid, options }: Run,
  key: string,
  pauseSeconds: number,
): Promise<Projection> {
  if (!options.task) {
    try {
      await deps.syncQueue.enqueueSync(uid, key, pauseSeconds);
    } catch (thrown) {
      deps.log.error('claims.not_queued', { uid, error: describeError(thrown) });
    }
  }
  return notApplied({ settled: false });
}

function notApplied({ settled }: { settled: boolean }): Projection {
  return { applied: false, claimsVersion: null, leftOut: [], settled };
}
