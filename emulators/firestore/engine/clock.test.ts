import { expect, test } from 'vitest';
import { createClock, toMicros, toTimestamp } from './clock.ts';

test('instants go to the wire and back, also before 1970', () => {
  expect(toTimestamp(1_500_000)).toEqual({ seconds: '1', nanos: 500_000_000 });
  expect(toTimestamp(-1)).toEqual({ seconds: '-1', nanos: 999_999_000 });
  expect(toMicros(toTimestamp(1_795_262_188_305_001))).toBe(1_795_262_188_305_001);
  expect(toMicros({})).toBe(0);
});

test('each commit comes after all reads and commits before it, though the machine’s clock stands still', () => {
  const clock = createClock(() => 5);

  expect(clock.readTime()).toBe(5_000);
  expect(clock.commitTime()).toBe(5_001);
  expect(clock.readTime()).toBe(5_001);
  expect(clock.commitTime()).toBe(5_002);
});

test('time never goes back, not even behind state that was loaded', () => {
  let now = 9;
  const clock = createClock(() => now);
  clock.advanceTo(20_000);
  now = 3;

  expect(clock.commitTime()).toBe(20_001);
});
