import { expect, test } from 'vitest';
import type { Fields, Value } from '../types.ts';
import { canonicalFields, canonicalValue } from './canonicalValue.ts';
import { double, value, vector } from './testing/values.ts';

test('what the wire leaves out is filled in, and what is not the wire’s is dropped', () => {
  const decoded = { mapValue: {}, valueType: 'mapValue' } as Value;

  expect(canonicalValue(decoded)).toStrictEqual({ mapValue: { fields: {} } });
  expect(canonicalValue({ arrayValue: {} })).toStrictEqual({ arrayValue: { values: [] } });
  expect(canonicalValue({ geoPointValue: { longitude: 5 } })).toStrictEqual({
    geoPointValue: { latitude: 0, longitude: 5 },
  });
  expect(canonicalValue({ integerValue: 7 })).toStrictEqual({ integerValue: '7' });
});

test('timestamps are cut to microseconds', () => {
  expect(canonicalValue({ timestampValue: { seconds: '1', nanos: 123_456_789 } })).toEqual({
    timestampValue: { seconds: '1', nanos: 123_456_000 },
  });
});

test('a vector stays a vector', () => {
  expect(canonicalValue(vector(1, 2.5))).toEqual(vector(1, 2.5));
});

/** Maps in maps, `depth` of them. */
function nested(depth: number): Value {
  return depth === 0 ? value(1) : { mapValue: { fields: { a: nested(depth - 1) } } };
}

test('maps lie up to 20 deep', () => {
  expect(canonicalFields({ a: nested(20) })).toEqual({ a: nested(20) });
  expect(() => canonicalFields({ a: nested(21) })).toThrow('Property a contains an invalid nested entity.');
});

test('a vector has up to 2,048 dimensions, and lies in maps and arrays too', () => {
  const widest = vector(...Array.from({ length: 2_048 }, () => 0.5));
  const inside = { arrayValue: { values: [widest] } };

  expect(canonicalValue(inside)).toEqual(inside);
  expect(canonicalValue(vector(Infinity, -0))).toEqual(vector(Infinity, -0));
});

const rawVector = (content: Fields): Value => ({
  mapValue: { fields: { __type__: value('__vector__'), ...content } },
});

test.each<[string, Value]>([
  ['Vectors must be at most 2048 dimensions.', vector(...Array.from({ length: 2_049 }, () => 0.5))],
  ['Vector cannot contain NaN values.', vector(1, NaN)],
  ['Cannot have a zero length vector.', vector()],
  ["Vector must only contain values of type 'double'", rawVector({ value: value([1]) })],
  ["Vector map is missing key 'value'.", rawVector({})],
  ['Vector value type must be an array.', rawVector({ value: value('x') })],
  ['Vector value map has extraneous entries.', rawVector({ value: value([1]), more: value(1) })],
])('production says of a vector: %s', (words, refused) => {
  expect(() => canonicalValue(refused)).toThrow(words);
  expect(() => canonicalValue({ arrayValue: { values: [refused] } })).toThrow(words);
});

test.each<[string, Value]>([
  ['an array in an array', { arrayValue: { values: [value([1])] } }],
  ['a value of no type', {}],
  ['a latitude beyond the pole', { geoPointValue: { latitude: 91 } }],
  ['a timestamp of the year 10000', { timestampValue: { seconds: '253402300800' } }],
  ['a reference to a collection', { referenceValue: 'projects/p/databases/d/documents/a' }],
  ['a reference to nothing', { referenceValue: 'a/b' }],
  ['a reserved field name', { mapValue: { fields: { __x__: double(1) } } }],
  ['an empty field name', { mapValue: { fields: { '': double(1) } } }],
  ['a field name of more than 1,500 bytes', { mapValue: { fields: { ['é'.repeat(751)]: double(1) } } }],
])('%s is refused', (_what, refused) => {
  expect(() => canonicalValue(refused)).toThrow(expect.objectContaining({ status: 'INVALID_ARGUMENT' }));
});
