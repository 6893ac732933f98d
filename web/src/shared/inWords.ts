/** Times as people say them. */

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
const dateAndTime = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** Two of a unit before it is used: "90 minutes" says more than "1 hour". */
const UNITS = [
  { size: DAY, unit: 'day' },
  { size: HOUR, unit: 'hour' },
  { size: MINUTE, unit: 'minute' },
] as const;
const SECONDS = { size: 1, unit: 'second' } as const;
const MINUTES = UNITS[2];

/** @returns "3 days", "90 minutes", "1 second": rounded up, so that who waits that long has waited enough. */
export function durationInWords(seconds: number): string {
  const { count, unit } = inUnits(Math.max(1, Math.ceil(seconds)), SECONDS, Math.ceil);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** @returns "in 6 days", "3 hours ago", "just now". */
export function relativeInWords(millis: number, now: number): string {
  const seconds = (millis - now) / 1000;
  if (Math.abs(seconds) < MINUTE) return seconds > 0 ? 'in less than a minute' : 'just now';
  const { count, unit } = inUnits(Math.abs(seconds), MINUTES, Math.round);
  return relative.format(seconds < 0 ? -count : count, unit);
}

/** @returns "3 hours ago", "just now": for what has happened, also where the page's clock is a little behind. */
export function agoInWords(millis: number, now: number): string {
  return relativeInWords(Math.min(millis, now), now);
}

/** @returns "Nov 21, 2026, 11:40 AM", in the reader's time zone. */
export function dateInWords(millis: number): string {
  return dateAndTime.format(millis);
}

function inUnits(
  seconds: number,
  smallest: typeof SECONDS | typeof MINUTES,
  round: (value: number) => number,
) {
  const { size, unit } = UNITS.find((each) => seconds >= 2 * each.size) ?? smallest;
  return { count: round(seconds / size), unit };
}
