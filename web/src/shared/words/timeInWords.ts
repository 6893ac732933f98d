/** Times as people say them. */

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });
const dateAndTime = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** The smallest first; `most`: how many of one are said before the next begins. */
const UNITS = [
  { unit: 'second', size: 1, most: 59 },
  { unit: 'minute', size: MINUTE, most: 59 },
  { unit: 'hour', size: HOUR, most: 23 },
  { unit: 'day', size: DAY, most: Infinity },
] as const;

type Unit = (typeof UNITS)[number]['unit'];

/** @returns "3 days", "1 hour", "40 seconds": rounded up, so that who waits that long has waited enough. */
export function durationInWords(seconds: number): string {
  const { count, unit } = inUnits(Math.max(1, seconds), Math.ceil);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** @returns "in 6 days", "1 hour ago", "just now". */
export function relativeInWords(millis: number, now: number): string {
  const seconds = (millis - now) / 1000;
  if (Math.abs(seconds) < MINUTE) return seconds > 0 ? 'in less than a minute' : 'just now';
  const { count, unit } = inUnits(Math.abs(seconds), Math.round);
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

/** @returns "Nov 21, 2026", in the reader's time zone. */
export function dayInWords(millis: number): string {
  return day.format(millis);
}

/** What rounds to 60 minutes is an hour: the unit is chosen by the count that would be read. */
function inUnits(seconds: number, round: (value: number) => number): { count: number; unit: Unit } {
  const { unit, size } = UNITS.find((each) => round(seconds / each.size) <= each.most) ?? UNITS[3];
  return { count: round(seconds / size), unit };
}
