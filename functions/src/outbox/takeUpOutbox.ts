/** Taking up what no task has finished: whatever was lost between a commit and its outcome. */
import { documentKeys } from '../contract/documentKeys.ts';
import { describeError } from '../platform/log.ts';
import type { OutboxDeps } from './outboxDeps.ts';
import { TASK_LIVES_SECONDS } from './outboxTimes.ts';
import { queueOutbox, type OutboxWork } from './outboxWork.ts';

const PAGE = 20;

/**
 * Gives what is due to the queue again: queued longer than its task can live, a run that died, held mail whose day has
 * come. Two at once queue each once; what is not queued now is due again an hour later, and a minute later where the
 * queue did not answer.
 *
 * @param limit how many at most: what is left is found by the next one.
 * @returns how many it gave to the queue.
 */
export async function takeUpOutbox(
  deps: Pick<OutboxDeps, 'clock' | 'log' | 'transact' | 'outboxStore' | 'outboxQueue'>,
  { limit }: { limit: number },
): Promise<{ taken: number }> {
  const now = deps.clock.now();
  let taken = 0;
  while (taken < limit) {
    const size = Math.min(PAGE, limit - taken);
    const due = await deps.outboxStore.listDue(now, size);
    const works = await Promise.all(due.map(({ id }) => takeUp(deps, id, now)));
    const mine = works.filter((work) => work !== null);
    await Promise.all(mine.map((work) => queueOutbox(deps, work)));
    taken += mine.length;
    // A page without any: another one is at it, or Firestore does not answer. The next sweep goes on.
    if (due.length < size || mine.length === 0) break;
  }
  return { taken };
}

/** @returns null where another one has it, or it is over by now. */
async function takeUp(
  { transact, log }: Pick<OutboxDeps, 'transact' | 'log'>,
  id: string,
  now: Date,
): Promise<OutboxWork | null> {
  try {
    return await transact(async (tx) => {
      const key = documentKeys.outbox(id);
      const { item } = await tx.readAll({ item: key });
      if (!item?.nextAt || item.nextAt.toMillis() > now.getTime()) return null;
      const round = item.round + 1;
      tx.update(key, { round, nextAt: new Date(now.getTime() + TASK_LIVES_SECONDS * 1000) });
      return { id, round };
    });
  } catch (thrown) {
    log.error('outbox.not_taken_up', { id, error: describeError(thrown) });
    return null;
  }
}
