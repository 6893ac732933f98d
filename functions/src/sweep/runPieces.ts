/** The pieces of one run of a schedule. */
import { describeError } from '../platform/log.ts';
import type { PlatformDeps } from '../platform/platformDeps.ts';

/**
 * Runs each piece, also after one that failed.
 *
 * @returns what each has done.
 * @throws at the end what the first of those threw that failed: Cloud Scheduler shows the run as failed then.
 */
export async function runPieces(
  { log }: Pick<PlatformDeps, 'log'>,
  pieces: Record<string, () => Promise<number>>,
): Promise<Record<string, number>> {
  const done: Record<string, number> = {};
  const failures: unknown[] = [];
  for (const [name, run] of Object.entries(pieces)) {
    try {
      done[name] = await run();
    } catch (thrown) {
      log.error('sweep.piece_failed', { piece: name, error: describeError(thrown) });
      failures.push(thrown);
    }
  }
  if (failures.length > 0) throw failures[0];
  return done;
}
