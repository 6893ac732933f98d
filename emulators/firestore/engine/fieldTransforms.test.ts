import { expect, test } from 'vitest';
import type { Value } from '../types.ts';
import { applyTransforms, type FieldTransform } from './fieldTransforms.ts';
import { double, fields, value } from './testing/values.ts';

function transform(
  current: Value | undefined,
  change: FieldTransform,
): { stored: Value | undefined; result: Value | undefined } {
  const before = current ? { f: current } : {};
  const after = applyTransforms(before, [{ fieldPath: 'f', ...change }], 1_700_000_000_123_456);
  return { stored: after.fields['f'], result: after.results[0] };
}

test('the server’s time has the precision of a millisecond', () => {
  const time = { timestampValue: { seconds: '1700000000', nanos: 123_000_000 } };

  expect(transform(undefined, { setToServerValue: 'REQUEST_TIME' })).toEqual({ stored: time, result: time });
});

test.each<[string, Value | undefined, Value, Value]>([
  ['integer and integer', value(2), value(3), value(5)],
  ['integer and double', value(2), double(0.5), double(2.5)],
  ['nothing and integer', undefined, value(3), value(3)],
  ['a string and integer', value('x'), value(3), value(3)],
])('increment of %s', (_what, current, operand, expected) => {
  expect(transform(current, { increment: operand })).toEqual({ stored: expected, result: expected });
});

test.each<[Value | undefined, Value, Value, Value]>([
  [value(2), double(3.5), double(3.5), value(2)],
  [value(3), double(3), value(3), value(3)],
  [double(-0), value(0), double(-0), double(-0)],
  [undefined, value(1), value(1), value(1)],
  [value('x'), value(1), value(1), value(1)],
  [double(NaN), value(1), double(NaN), double(NaN)],
  [value(1), double(NaN), double(NaN), double(NaN)],
])('maximum and minimum of %j and %j', (current, operand, larger, smaller) => {
  expect(transform(current, { maximum: operand }).stored).toStrictEqual(larger);
  expect(transform(current, { minimum: operand }).stored).toStrictEqual(smaller);
});

test('elements are appended once, and what equals them is removed, whatever its kind of number', () => {
  const current = value([1, 'a', null]);

  expect(
    transform(current, { appendMissingElements: { values: [double(1), value('b'), value('b')] } }),
  ).toEqual({
    stored: value([1, 'a', null, 'b']),
    result: value(null),
  });
  expect(transform(current, { removeAllFromArray: { values: [double(1), value(null)] } })).toEqual({
    stored: value(['a']),
    result: value(null),
  });
  expect(transform(value('no list'), { appendMissingElements: { values: [value(1)] } }).stored).toEqual(
    value([1]),
  );
});

test('each transform sees what the ones before it left, also deep in maps', () => {
  const { fields: after, results } = applyTransforms(
    fields({ a: { n: 1 } }),
    [
      { fieldPath: 'a.n', increment: value(1) },
      { fieldPath: 'a.n', increment: value(10) },
    ],
    0,
  );

  expect(after).toEqual(fields({ a: { n: 12 } }));
  expect(results).toEqual([value(2), value(12)]);
});

test('an unknown transform and a number that is none are refused', () => {
  expect(() => transform(undefined, {})).toThrow('is not known');
  expect(() => transform(undefined, { setToServerValue: 'SERVER_VALUE_UNSPECIFIED' })).toThrow(
    'is not known',
  );
  expect(() => transform(undefined, { increment: value('1') })).toThrow('takes a number');
});
