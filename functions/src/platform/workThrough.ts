/** Working through what is due: page by page, within a bound. What is left, or fails, the next run finds. */
import { describeError } from './log.ts';
import type { Due, ListDue } from './dueQuery.ts';
import type { PlatformDeps } from './platformDeps.ts';

const PAGE = 50;

export interface DueWork<Document> {
  /** Names it in the log. */
  name: string;
  list: ListDue<Document>;
  /** Those of one lane write the same document, and come one after the other. */
  laneOf: (due: Due<Document>) => string;
  /** In a transaction of its own that asks whether it still is due: so two runs at once do it once. @returns whether this run did it. */
  work: (due: Due<Document>) => Promise<boolean>;
}

/**
 * @param limit how many are looked at, at most: so a run is bounded whatever is due.
 * @returns how many this run did.
 */
export async function workThrough<Document>(
  { clock, log }: Pick<PlatformDeps, 'clock' | 'log'>,
  { name, list, laneOf, work }: DueWork<Document>,
  limit: number,
): Promise<number> {
  const now = clock.now();
  let done = 0;
  let last: Due<Document> | null = null;
  for (let looked = 0; looked < limit; looked += PAGE) {
    const size = Math.min(PAGE, limit - looked);
    const page: Due<Document>[] = await list(now, size, last);
    const lanes = Object.values(Object.groupBy(page, laneOf)) as Due<Document>[][];
    const counts = await Promise.all(lanes.map(workOnLane));
    done += counts.reduce((sum, count) => sum + count, 0);
    last = page.at(-1) ?? null;
    if (page.length < size) break;
  }
  return done;

  async function workOnLane(lane: readonly Due<Document>[]): Promise<number> {
    let count = 0;
    for (const due of lane) if (await tryOne(due)) count += 1;
    return count;
  }

  /** One that fails holds up no other: it stays due. */
  async function tryOne(due: Due<Document>): Promise<boolean> {
    try {
      return await work(due);
    } catch (thrown) {
      log.error('sweep.not_done', { work: name, path: due.path, error: describeError(thrown) });
      return false;
    }
  }
}
