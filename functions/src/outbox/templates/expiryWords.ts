/** When an invitation ends, in words: mails are read in any time zone, so they name theirs. Pure. */

const HOUR_MILLIS = 3600_000;
const FORMAT = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** @returns like "on Sunday 29 November 2026 at 14:00 UTC (in 7 days)". */
export function expiryWords(expiresAt: Date, now: Date): string {
  const parts = Object.fromEntries(FORMAT.formatToParts(expiresAt).map(({ type, value }) => [type, value]));
  const { weekday, day, month, year, hour, minute } = parts;
  return `on ${weekday} ${day} ${month} ${year} at ${hour}:${minute} UTC (in ${lengthWords(expiresAt, now)})`;
}

/** A mail is written a moment after its invitation: what is left is rounded up to the next hour. */
function lengthWords(expiresAt: Date, now: Date): string {
  const hours = Math.max(1, Math.ceil((expiresAt.getTime() - now.getTime()) / HOUR_MILLIS));
  return hours < 48 ? count(hours, 'hour') : count(Math.floor(hours / 24), 'day');
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}
