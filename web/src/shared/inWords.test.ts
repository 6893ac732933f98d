import { describe, expect, it } from 'vitest';
import { agoInWords, durationInWords, relativeInWords } from './inWords.ts';

const NOW = Date.parse('2030-01-10T12:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('times in words', () => {
  it.each([
    [0, '1 second'],
    [40, '40 seconds'],
    [90, '90 seconds'],
    [121, '3 minutes'],
    [5400, '90 minutes'],
    [3 * 86_400, '3 days'],
  ])('says %i seconds as "%s", rounded up', (seconds, words) => {
    expect(durationInWords(seconds)).toBe(words);
  });

  it.each([
    [168 * HOUR - 1, 'in 7 days'],
    [47 * HOUR, 'in 47 hours'],
    [90 * MINUTE, 'in 90 minutes'],
    [99_000, 'in 2 minutes'],
    [5_000, 'in less than a minute'],
    [-5_000, 'just now'],
    [-70_000, '1 minute ago'],
    [-3 * HOUR, '3 hours ago'],
  ])('says what is %i ms away as "%s"', (away, words) => {
    expect(relativeInWords(NOW + away, NOW)).toBe(words);
  });

  it('says of what has happened that it was just now, also where the clock of the page is behind', () => {
    expect(agoInWords(NOW + 15_000, NOW)).toBe('just now');
    expect(agoInWords(NOW - 3 * HOUR, NOW)).toBe('3 hours ago');
  });
});
