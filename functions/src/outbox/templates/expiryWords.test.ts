import { describe, expect, it } from 'vitest';
import { expiryWords, momentWords } from './expiryWords.ts';

const expiresAt = new Date('2026-11-29T14:00:00Z');
const hoursBefore = (hours: number) => new Date(expiresAt.getTime() - hours * 3600_000);

describe('expiryWords', () => {
  it('names the day, the time and the zone', () => {
    expect(expiryWords(expiresAt, hoursBefore(168), 'UTC')).toBe(
      'on Sunday 29 November 2026 at 14:00 UTC (in 7 days)',
    );
  });

  it.each([
    ['Europe/Berlin', 'on Sunday 29 November 2026 at 15:00 Central European Standard Time'],
    ['America/New_York', 'on Sunday 29 November 2026 at 09:00 Eastern Standard Time'],
    ['Asia/Tokyo', 'on Sunday 29 November 2026 at 23:00 Japan Standard Time'],
    ['Europe/Atlantis', 'on Sunday 29 November 2026 at 14:00 UTC'],
  ])('writes it in the time zone of the company, and names that: %s [MAIL-13]', (timeZone, words) => {
    expect(expiryWords(expiresAt, hoursBefore(168), timeZone)).toBe(`${words} (in 7 days)`);
  });

  it('follows summer time', () => {
    const summer = new Date('2026-07-01T14:00:00Z');
    expect(momentWords(summer, 'Europe/Berlin')).toBe(
      'on Wednesday 1 July 2026 at 16:00 Central European Summer Time',
    );
  });

  it('writes midnight and single digits as people do', () => {
    const midnight = new Date('2027-01-02T00:05:00Z');
    expect(expiryWords(midnight, hoursBefore(0), 'UTC')).toContain('on Saturday 2 January 2027 at 00:05 UTC');
  });

  it.each([
    [167.99, '7 days'],
    [167, '6 days'],
    [48, '2 days'],
    [47, '47 hours'],
    [1, '1 hour'],
    [0.2, '1 hour'],
    [720, '30 days'],
  ])('says of %d hours: %s', (hours, words) => {
    expect(expiryWords(expiresAt, hoursBefore(hours), 'UTC')).toContain(`(in ${words})`);
  });
});
