import { expect, test } from 'vitest';
import { comparePaths, compareUtf8 } from './stringOrder.ts';

test('strings compare as their UTF-8 bytes do, surrogate pairs included', () => {
  const strings = ['', 'a', 'aa', 'b', 'z', 'é', '\uE000', '\uFFFD', '😀', '😁'];
  const shuffled = [...strings].reverse();

  expect(shuffled.sort(compareUtf8)).toEqual(strings);
  expect(shuffled.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))).toEqual(strings);
});

test('paths compare id by id: a collection’s documents stay together', () => {
  const paths = ['a/b', 'a/b/c/d', 'a/b-', 'a/c', 'a-/b'];

  expect([...paths].reverse().sort(comparePaths)).toEqual(paths);
});

test('numeric ids come first, by number', () => {
  const paths = ['a/__id-9223372036854775808__', 'a/__id7__', 'a/__id10__', 'a/!', 'a/b'];

  expect([...paths].reverse().sort(comparePaths)).toEqual(paths);
});
