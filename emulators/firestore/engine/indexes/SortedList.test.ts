import { expect, test } from 'vitest';
import { seeded } from '../../testing/seeded.ts';
import { SortedList } from './SortedList.ts';

const numbers = Array.from({ length: 3_000 }, (_, n) => n);

function all(list: SortedList<number>, from = -1): number[] {
  return [...list.from((entry) => entry < from)];
}

test('entries are in order, however they come and go', () => {
  const pick = seeded(1);
  const list = new SortedList<number>((a, b) => a - b, []);
  const kept = new Set<number>();
  for (let step = 0; step < 6_000; step += 1) {
    const number = pick(numbers);
    if (kept.has(number)) list.remove(number);
    else list.add(number);
    if (!kept.delete(number)) kept.add(number);
  }
  const expected = [...kept].sort((a, b) => a - b);

  expect(expected.length).toBeGreaterThan(1_000);
  expect(all(list)).toEqual(expected);
  for (const from of [0, 1_500, 2_999, 5_000]) {
    expect(all(list, from)).toEqual(expected.filter((number) => number >= from));
  }
});

test('a list can be emptied and filled again, and what is not there is not missed', () => {
  const list = new SortedList<number>((a, b) => a - b, [...numbers]);
  for (const number of numbers) list.remove(number);
  list.remove(7);
  expect(all(list)).toEqual([]);

  list.add(2);
  list.add(1);
  expect(all(list)).toEqual([1, 2]);
});
