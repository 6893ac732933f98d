import { expect, test } from 'vitest';
import { isSerialisable, type Found, type Program, type Ran } from './history.ts';

/** Adds 1 to what it has read of `a`. */
const increment: Program = {
  kind: 'read-write',
  reads: [{ kind: 'get', id: 'a' }],
  writes: [{ kind: 'set', id: 'a', salt: 0 }],
};
const foundIn = (...found: Found): Ran => ({ program: increment, found: [found] });

test('two that follow each other are serialisable, in whatever order they are listed', () => {
  const ran = [foundIn(['a', 1]), foundIn(['a', 0])];

  expect(isSerialisable(new Map([['a', 0]]), ran, new Map([['a', 2]]))).toBe(true);
  expect(isSerialisable(new Map([['a', 0]]), ran, new Map([['a', 1]]))).toBe(false);
});

test('a lost update, and a phantom, are not', () => {
  const lost = [foundIn(['a', 0]), foundIn(['a', 0])];
  const blind: Ran = {
    program: { ...increment, reads: [{ kind: 'query', from: 0, limit: Infinity }] },
    found: [[]],
  };

  expect(isSerialisable(new Map([['a', 0]]), lost, new Map([['a', 1]]))).toBe(false);
  expect(isSerialisable(new Map(), [blind], new Map([['a', 0]]))).toBe(true);
  expect(isSerialisable(new Map(), [blind, { ...blind }], new Map([['a', 0]]))).toBe(false);
});
