import { expect, test } from 'vitest';
import type { Fields, Value } from '../../types.ts';
import { double, stored, value } from '../testing/values.ts';
import { aggregate } from './aggregate.ts';
import type { Aggregation } from './structuredQuery.ts';

const x = { field: { fieldPath: 'x' } };

function over(values: (Value | undefined)[], ...aggregations: Aggregation[]): Fields {
  return aggregate(
    aggregations,
    values.map((each, n) => stored(`a/${n}`, each ? { x: each } : {})),
  );
}

test('documents are counted, up to a bound if there is one', () => {
  expect(over([value(1), undefined], { alias: 'n', count: {} })).toEqual({ n: value(2) });
  expect(over([value(1), undefined], { alias: 'n', count: { upTo: { value: '1' } } })).toEqual({
    n: value(1),
  });
  expect(over([], { count: {} })).toEqual({ field_1: value(0) });
});

test('numbers are summed and averaged, anything else is left out', () => {
  const numbers = [value(1), value('2'), value(null), undefined, value(4)];

  expect(over(numbers, { alias: 's', sum: x }, { alias: 'a', avg: x })).toEqual({
    s: value(5),
    a: double(2.5),
  });
  expect(over([value(1), double(0.5)], { alias: 's', sum: x })).toEqual({ s: double(1.5) });
  expect(over([], { alias: 's', sum: x }, { alias: 'a', avg: x })).toEqual({ s: value(0), a: value(null) });
});

test('of several fields each counts the documents that have them all', () => {
  const y = { field: { fieldPath: 'y' } };
  const documents = [
    stored('a/1', { x: value(1), y: value(1) }),
    stored('a/2', { x: value(2), y: value('text') }),
    stored('a/3', { x: value(4) }),
  ];
  const totals = (...aggregations: Aggregation[]): Fields => aggregate(aggregations, documents);

  expect(totals({ alias: 'n', count: {} }, { alias: 'x', sum: x }, { alias: 'y', avg: y })).toEqual({
    n: value(2),
    x: value(3),
    y: double(1),
  });
  expect(totals({ alias: 'x', sum: x })).toEqual({ x: value(7) });
  expect(totals({ alias: 'n', count: {} })).toEqual({ n: value(3) });
});

test('more than five are refused in the words of production', () => {
  const six = Array.from({ length: 6 }, (_, n) => ({ alias: String(n), count: {} }));

  expect(() => aggregate(six, [])).toThrow(
    'The maximum number of aggregations allowed in an aggregation query is 5. Received: 6.',
  );
});

test('a sum that 64 bits do not hold becomes a double, one that passes them on the way does not', () => {
  const max = { integerValue: '9223372036854775807' };

  expect(over([max, value(1)], { alias: 's', sum: x })).toEqual({ s: double(2 ** 63) });
  expect(over([max, value(1), value(-1)], { alias: 's', sum: x })).toEqual({ s: max });
});

test.each<[string, Aggregation[]]>([
  ['none', []],
  ['six', Array.from({ length: 6 }, (_, n) => ({ alias: String(n), count: {} }))],
  [
    'two of one alias',
    [
      { alias: 'n', count: {} },
      { alias: 'n', sum: x },
    ],
  ],
  ['one of an unknown kind', [{ alias: 'n' }]],
  ['a count up to nothing', [{ count: { upTo: { value: 0 } } }]],
  ['a count up to a 0 that the wire leaves out', [{ count: { upTo: {} } }]],
])('%s are refused', (_what, aggregations) => {
  expect(() => aggregate(aggregations, [])).toThrow(expect.objectContaining({ status: 'INVALID_ARGUMENT' }));
});
