import { expect, test } from 'vitest';
import type { Value } from '../types.ts';
import { double, reference, value, vector } from './testing/values.ts';
import { compareValues, typeOf, valuesEqual } from './valueOrder.ts';

const MAX = '9223372036854775807';

/** Firestore's documented order; values on one line are equal. */
const ORDER: Value[][] = [
  [value(null)],
  [value(false)],
  [value(true)],
  [double(NaN)],
  [double(-Infinity)],
  [value(-5)],
  [value(0), double(0), double(-0)],
  [value(1), double(1)],
  [double(1.5)],
  [{ integerValue: '9007199254740992' }, double(9007199254740992)],
  [{ integerValue: '9007199254740993' }],
  [{ integerValue: '9223372036854775806' }],
  [{ integerValue: MAX }],
  [double(2 ** 63)],
  [double(Infinity)],
  [{ timestampValue: { seconds: '-5', nanos: 0 } }],
  [{ timestampValue: { seconds: '5', nanos: 1 } }],
  [{ timestampValue: { seconds: '50', nanos: 0 } }],
  [value('')],
  [value('B')],
  [value('a')],
  [{ bytesValue: Buffer.from([]) }],
  [{ bytesValue: Buffer.from([1, 2]) }],
  [{ bytesValue: Buffer.from([2]) }],
  [reference('a/b')],
  [reference('a/b/c/d')],
  [reference('a/c')],
  [{ geoPointValue: { latitude: -1, longitude: 9 } }],
  [{ geoPointValue: { latitude: 0, longitude: 1 } }, { geoPointValue: { longitude: 1 } }],
  [value([])],
  [value([1])],
  [value([1, 'a'])],
  [value([2])],
  [vector(9)],
  [vector(1, 2)],
  [vector(1, 3)],
  [value({})],
  [value({ a: 1 })],
  [value({ a: 1, b: 0 }), value({ b: 0, a: 1 })],
  [value({ a: 2 })],
  [value({ b: 0 })],
];

test('values of all types have one order, the documented one', () => {
  for (const [low, lower] of ORDER.entries()) {
    for (const [high, higher] of ORDER.entries()) {
      for (const a of lower)
        for (const b of higher) expect(Math.sign(compareValues(a, b))).toBe(Math.sign(low - high));
    }
  }
});

test('queries take 1 and 1.0, 0 and -0, NaN and NaN for equal, and nothing of two types', () => {
  expect(valuesEqual(value(1), double(1))).toBe(true);
  expect(valuesEqual(double(NaN), double(NaN))).toBe(true);
  expect(valuesEqual(value('1'), value(1))).toBe(false);
});

test('a vector is no map', () => {
  expect(typeOf(vector(1))).toBe('vector');
  expect(typeOf(value({ value: [1.5] }))).toBe('map');
});
