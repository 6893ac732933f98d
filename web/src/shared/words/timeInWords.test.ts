import { describe, expect, it } from 'vitest';
import { agoInWords, dayInWords, durationInWords, relativeInWords } from './timeInWords.ts';

const NOW = Date.parse('2030-01-10T12:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('times in words', () => {
  it.each([
    [0, '1 second'],
    [40, '40 seconds'],
    [59, '59 seconds'],
    [60, '1 minute'],
    [61, '2 minutes'],
    [59 * 60, '59 minutes'],
    [59 * 60 + 1, '1 hour'],
    [3600, '1 hour'],
    [3601, '2 hours'],
    [23 * 3600 + 1, '1 day'],
    [86_400, '1 day'],
    [3 * 86_400, '3 days'],
  ])('says %i seconds as "%s", rounded up', (seconds, words) => {
    expect(durationInWords(seconds)).toBe(words);
  });

  it.each([
    [168 * HOUR - 1, 'in 7 days'],
    [26 * HOUR, 'in 1 day'],
    [23.4 * HOUR, 'in 23 hours'],
    [99_000, 'in 2 minutes'],
    [MINUTE, 'in 1 minute'],
    [MINUTE - 1, 'in less than a minute'],
    [-MINUTE + 1, 'just now'],
    [-MINUTE, '1 minute ago'],
    [-59.4 * MINUTE, '59 minutes ago'],
    [-59.6 * MINUTE, '1 hour ago'],
    [-60 * MINUTE, '1 hour ago'],
    [-89 * MINUTE, '1 hour ago'],
    [-3 * HOUR, '3 hours ago'],
    [-23.4 * HOUR, '23 hours ago'],
    [-23.6 * HOUR, '1 day ago'],
    [-26 * HOUR, '1 day ago'],
    [-47 * HOUR, '2 days ago'],
  ])('says what is %i ms away as "%s"', (away, words) => {
    expect(relativeInWords(NOW + away, NOW)).toBe(words);
  });

  it('says a day without its hour', () => {
    expect(dayInWords(NOW)).toBe('Jan 10, 2030');
  });

  it('says of what has happened that it was just now, also where the clock of the page is behind', () => {
    expect(agoInWords(NOW + 15_000, NOW)).toBe('just now');
    expect(agoInWords(NOW - 3 * HOUR, NOW)).toBe('3 hours ago');
  });
});
