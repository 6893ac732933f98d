import { expect, test } from 'vitest';
import { addNumbers, isNumber, isNaNValue } from './numbers.ts';
import { double, value } from './testing/values.ts';

test('integers stay integers when they are added, exact beyond 2^53', () => {
  expect(addNumbers({ integerValue: '9007199254740993' }, value(2))).toEqual({
    integerValue: '9007199254740995',
  });
});

test('integers stop at the bounds of 64 bits', () => {
  expect(addNumbers({ integerValue: '9223372036854775807' }, value(1))).toEqual({
    integerValue: '9223372036854775807',
  });
  expect(addNumbers({ integerValue: '-9223372036854775808' }, value(-1))).toEqual({
    integerValue: '-9223372036854775808',
  });
});

test('a double makes the sum a double', () => {
  expect(addNumbers(value(1), double(0.5))).toEqual(double(1.5));
  expect(addNumbers(double(1), double(1))).toEqual(double(2));
});

test('only integers and doubles are numbers', () => {
  expect([value(0), double(NaN), value('1'), value(null), undefined].map(isNumber)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect([double(NaN), double(0), value(0)].map(isNaNValue)).toEqual([true, false, false]);
});
