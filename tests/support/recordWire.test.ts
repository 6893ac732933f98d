import { expect, it } from 'vitest';
import { roundTrips } from './recordWire.ts';

const request = (name: string, start: number, end: number) => ({ name, reads: [], writes: [], start, end });
const names = (...requests: ReturnType<typeof request>[]) =>
  roundTrips(requests).map((trip) => trip.map(({ name }) => name).join(' + '));

it('counts what is asked at the same time as one round trip', () => {
  expect(names(request('a', 0, 2), request('b', 1, 3))).toEqual(['a + b']);
});

it('counts what may have waited for an answer as one more', () => {
  expect(names(request('a', 0, 1), request('b', 1, 2), request('c', 2, 3))).toEqual(['a', 'b', 'c']);
});

it('counts the longest way, where two run side by side', () => {
  expect(names(request('a', 0, 9), request('b', 0, 1), request('c', 2, 3), request('d', 9, 10))).toEqual([
    'a + b',
    'c',
    'd',
  ]);
});
