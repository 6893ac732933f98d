import { expect, test } from 'vitest';
import { seeded } from '../testing/seeded.ts';
import { compareInModel, randomValue } from './testing/valueModel.ts';
import { adminDatabase, ids } from './testing/adminDatabase.ts';

const SEED = 20261126;
const WORLDS = process.env['HRX_LONG'] ? 500 : 10;
const DOCUMENTS = 80;

const database = adminDatabase('value-order');

test(
  'random values of every type come in the order of a naive model, and queries find those equal, before and after',
  { timeout: 600_000 },
  async () => {
    for (let world = 0; world < WORLDS; world += 1) {
      const pick = seeded(SEED + world);
      const values = Array.from({ length: DOCUMENTS }, () => randomValue(database.db, pick));
      const contents = values.map((v, index) => [`d${String(index).padStart(2, '0')}`, { v }] as const);
      const name = `world${world}`;
      await database.fill(name, Object.fromEntries(contents));
      const collection = database.db.collection(name);
      const sorted = [...contents].sort(([x, a], [y, b]) => compareInModel(a.v, b.v) || (x < y ? -1 : 1));
      const names = (entries: readonly (readonly [string, unknown])[]): string[] => entries.map(([id]) => id);
      const [id, { v: middle }] = pick(contents);

      const [up, down, from, equal] = await Promise.all([
        collection.orderBy('v').get(),
        collection.orderBy('v', 'desc').get(),
        collection.orderBy('v').startAt(middle).get(),
        collection.where('v', '==', middle).get(),
      ]);
      const found = [up, down, from, equal].map(ids);
      const expected = [
        sorted,
        [...sorted].reverse(),
        sorted.filter(([, { v }]) => compareInModel(v, middle) >= 0),
        contents.filter(([, { v }]) => compareInModel(v, middle) === 0),
      ].map(names);
      expect({ world, id, found }).toEqual({ world, id, found: expected });
    }
  },
);
