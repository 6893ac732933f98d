import { expect, it } from 'vitest';
import { median, percentile } from './numbers.ts';

it('takes percentiles by the nearest rank', () => {
  const values = Array.from({ length: 20 }, (_, index) => 20 - index);
  expect(median(values)).toBe(10);
  expect(percentile(values, 0.95)).toBe(19);
  expect(percentile([7], 0.95)).toBe(7);
});
