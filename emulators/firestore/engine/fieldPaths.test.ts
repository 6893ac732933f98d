import { expect, test } from 'vitest';
import {
  formatFieldPath,
  getField,
  maskFields,
  parseFieldPath,
  withField,
  withoutField,
} from './fieldPaths.ts';
import { fields, value } from './testing/values.ts';

test.each([
  ['a', ['a']],
  ['a.b_1.c', ['a', 'b_1', 'c']],
  ['`a.b`.c', ['a.b', 'c']],
  ['a.`1st`', ['a', '1st']],
  ['`a\\`b\\\\c`', ['a`b\\c']],
  ['`é 😀`', ['é 😀']],
])('%s is read and written', (text, path) => {
  expect(parseFieldPath(text)).toEqual(path);
  expect(formatFieldPath(path)).toBe(text);
});

test.each(['', '.', 'a.', '.a', 'a..b', '1a', 'a-b', '`a', '``', 'a`b`', '`a`b', undefined])(
  '%s is malformed',
  (text) => {
    expect(() => parseFieldPath(text)).toThrow(expect.objectContaining({ status: 'INVALID_ARGUMENT' }));
  },
);

const DOCUMENT = fields({ a: { b: { c: 1 }, d: 2 }, e: 3 });

test('a field is found at its path, and nowhere else', () => {
  expect(getField(DOCUMENT, ['a', 'b', 'c'])).toEqual(value(1));
  expect(getField(DOCUMENT, ['e', 'b'])).toBeUndefined();
  expect(getField(DOCUMENT, ['constructor'])).toBeUndefined();
});

test('setting a field makes the maps on the way and leaves the original alone', () => {
  const before = structuredClone(DOCUMENT);

  expect(withField(DOCUMENT, ['a', 'x', 'y'], value(9))).toEqual(
    fields({ a: { b: { c: 1 }, d: 2, x: { y: 9 } }, e: 3 }),
  );
  expect(withField(DOCUMENT, ['e', 'f'], value(9))).toEqual(
    fields({ a: { b: { c: 1 }, d: 2 }, e: { f: 9 } }),
  );
  expect(DOCUMENT).toEqual(before);
});

test('removing a field leaves its siblings, and what is not there alone', () => {
  expect(withoutField(DOCUMENT, ['a', 'b'])).toEqual(fields({ a: { d: 2 }, e: 3 }));
  expect(withoutField(DOCUMENT, ['e', 'x'])).toEqual(DOCUMENT);
  expect(withoutField(DOCUMENT, ['x'])).toEqual(DOCUMENT);
});

test('a mask keeps the named fields', () => {
  expect(maskFields(DOCUMENT, [['a', 'd'], ['e'], ['missing']])).toEqual(fields({ a: { d: 2 }, e: 3 }));
  expect(maskFields(DOCUMENT, [])).toEqual({});
});
