import { expect, it } from 'vitest';
import { hoursInWords } from './hoursInWords.ts';

it.each([
  [1, '1 hour'],
  [23, '23 hours'],
  [24, '1 day'],
  [36, '36 hours'],
  [168, '7 days'],
  [720, '30 days'],
])('%d hours are %s', (hours, words) => {
  expect(hoursInWords(hours)).toBe(words);
});
