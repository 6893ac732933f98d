import { expect, test } from 'vitest';
import { seeded } from '../../testing/seeded.ts';
import { FirestoreError, type Fields } from '../../types.ts';
import { DocumentStore } from '../documentStore.ts';
import { runInModel } from '../testing/queryModel.ts';
import { randomFields, randomPath, randomQuery } from '../testing/randomQueries.ts';
import { stored } from '../testing/values.ts';
import { planQuery } from './queryPlan.ts';
import { runQuery } from './runQuery.ts';

const SEED = 20261125;
const WORLDS = process.env['HRX_LONG'] ? 4_000 : 40;
const STEPS = 60;

test(
  'random queries find what a list, a filter and a sort find, with indexes and without, while documents change',
  { timeout: 1_200_000 },
  () => {
    let [asked, found] = [0, 0];
    for (let world = 0; world < WORLDS; world += 1) {
      const pick = seeded(SEED + world);
      const contents = new Map<string, Fields>();
      const stores = [new DocumentStore(Infinity), new DocumentStore(0)];
      for (let step = 0; step < STEPS; step += 1) {
        const path = randomPath(pick);
        const fields = pick([true, true, true, false]) ? randomFields(pick) : undefined;
        if (fields) contents.set(path, fields);
        else contents.delete(path);
        for (const store of stores) {
          if (fields) store.put(stored(path, fields));
          else store.remove(path);
        }

        const random = randomQuery(pick);
        const plan = planIfAllowed(random);
        if (!plan) continue;
        const expected = runInModel(contents, random);
        for (const store of stores) {
          const results = runQuery(plan, store).map((each) => each.path);
          expect({ world, step, ...random, results }).toEqual({ world, step, ...random, results: expected });
        }
        asked += 1;
        found += expected.length;
      }
    }
    // Most queries are allowed, and they find something.
    expect(asked).toBeGreaterThan(WORLDS * STEPS * 0.4);
    expect(found).toBeGreaterThan(asked / 2);
  },
);

/** Production refuses some combinations; what those are has its own tests. */
function planIfAllowed({
  query,
  parent,
}: ReturnType<typeof randomQuery>): ReturnType<typeof planQuery> | undefined {
  try {
    return planQuery(query, parent);
  } catch (error) {
    if (error instanceof FirestoreError && error.status === 'INVALID_ARGUMENT') return undefined;
    throw error;
  }
}
