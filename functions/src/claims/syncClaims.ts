/** What the task `syncClaims` does: goes on with a projection that its caller could not finish. */
import * as z from 'zod';
import { uidField } from '../contract/fields.ts';
import { projectClaims } from './projectClaims.ts';
import type { ProjectorDeps } from './projection.ts';
import { SYNC_RETRY } from './syncRetry.ts';

export const syncTaskSchema = z.strictObject({ uid: uidField });

/**
 * Run twice, it does the work once.
 * @throws to be run again.
 */
export async function syncClaims(
  deps: ProjectorDeps,
  { uid }: z.output<typeof syncTaskSchema>,
  { retryCount }: { retryCount: number },
): Promise<void> {
  const attempt = retryCount + 1;
  const isLast = attempt >= SYNC_RETRY.maxAttempts;
  const { settled } = await projectClaims(deps, uid, { task: { attempt, isLast } });
  if (!settled) throw new Error('The claims are not there yet.');
}
