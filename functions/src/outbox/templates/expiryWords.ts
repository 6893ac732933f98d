/** When an invitation ends, in words: in the company's time zone, which is named, since mails are read in any. Pure. */
import { isTimeZone, TIME_ZONE_DEFAULT } from '../../contract/timeZones.ts';

const HOUR_MILLIS = 3600_000;

/** @returns like "on Sunday 29 November 2026 at 15:00 Central European Standard Time (in 7 days)". */
export function expiryWords(expiresAt: Date, now: Date, timeZone: string): string {
  return `${momentWords(expiresAt, timeZone)} (in ${lengthWords(expiresAt, now)})`;
}

/** @returns like "on Sunday 29 November 2026 at 14:00 UTC". */
export function momentWords(moment: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: isTimeZone(timeZone) ? timeZone : TIME_ZONE_DEFAULT,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'long',
  });
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  const { weekday, day, month, year, hour, minute, timeZoneName } = parts;
  const zone = timeZoneName === 'Coordinated Universal Time' ? 'UTC' : timeZoneName;
  return `on ${weekday} ${day} ${month} ${year} at ${hour}:${minute} ${zone}`;
}

/** A mail is written a moment after its invitation: what is left is rounded up to the next hour. */
function lengthWords(expiresAt: Date, now: Date): string {
  const hours = Math.max(1, Math.ceil((expiresAt.getTime() - now.getTime()) / HOUR_MILLIS));
  return hours < 48 ? count(hours, 'hour') : count(Math.floor(hours / 24), 'day');
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}
