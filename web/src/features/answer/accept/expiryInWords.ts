import { dateInWords, relativeInWords } from '../../../shared/words/timeInWords.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** @returns how often the words change: each second in the last hour, else each half minute. */
export function expiryTickMs(at: number, now: number): number {
  return at - now < HOUR ? SECOND : 30 * SECOND;
}

/** @returns "in 6 days (Nov 27, 2026, 11:40 AM)", "in 3 hours 12 minutes", "in 12:05 minutes". */
export function expiryInWords(at: number, now: number): string {
  const left = at - now;
  if (left <= 0) return 'now';
  if (left < HOUR) {
    const seconds = Math.ceil(left / SECOND);
    return `in ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} minutes`;
  }
  if (left < DAY) {
    const hours = Math.floor(left / HOUR);
    const minutes = Math.floor((left % HOUR) / MINUTE);
    return `in ${plural(hours, 'hour')} ${plural(minutes, 'minute')}`;
  }
  return `${relativeInWords(at, now)} (${dateInWords(at)})`;
}

function plural(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
