import { describe, expect, it } from 'vitest';
import { dateInWords } from '../../../shared/words/timeInWords.ts';
import { expiryInWords, expiryTickMs } from './expiryInWords.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const inWords = (left: number) => expiryInWords(NOW + left, NOW);

describe('when an invitation expires', () => {
  it('names the day while it is far', () => {
    expect(inWords(6 * DAY)).toBe(`in 6 days (${dateInWords(NOW + 6 * DAY)})`);
    expect(inWords(30 * HOUR)).toBe(`in 1 day (${dateInWords(NOW + 30 * HOUR)})`);
  });

  it('counts hours and minutes in the last day', () => {
    expect(inWords(DAY - 1)).toBe('in 23 hours 59 minutes');
    expect(inWords(HOUR + MINUTE)).toBe('in 1 hour 1 minute');
    expect(inWords(2 * HOUR)).toBe('in 2 hours 0 minutes');
  });

  it('counts seconds in the last hour', () => {
    expect(inWords(HOUR - 1)).toBe('in 60:00 minutes');
    expect(inWords(12 * MINUTE + 5 * SECOND)).toBe('in 12:05 minutes');
    expect(inWords(1)).toBe('in 0:01 minutes');
  });

  it('says nothing false when the time has come', () => {
    expect(inWords(0)).toBe('now');
    expect(inWords(-DAY)).toBe('now');
  });

  it('looks at the clock each second in the last hour alone', () => {
    expect(expiryTickMs(NOW + HOUR - 1, NOW)).toBe(SECOND);
    expect(expiryTickMs(NOW + HOUR, NOW)).toBe(30 * SECOND);
  });
});
