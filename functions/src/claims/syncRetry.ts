/** How the queue of `syncClaims` repeats, and what a record of it says. Pure. */
import { redact } from '../platform/log.ts';

/** Nine more tries in about half an hour: what fails longer than that is for a person to look at. */
export const SYNC_RETRY = { maxAttempts: 10, minBackoffSeconds: 2, maxBackoffSeconds: 600 } as const;

const WORDS_LENGTH_MAX = 200;

/** @returns how long the queue waits after this many failures: it doubles the shortest pause (Cloud Tasks' RetryConfig). */
export function syncBackoffSeconds(failures: number): number {
  const { minBackoffSeconds, maxBackoffSeconds } = SYNC_RETRY;
  return Math.min(minBackoffSeconds * 2 ** (failures - 1), maxBackoffSeconds);
}

/** @returns what the record may say of an error: short, and without addresses or secrets. */
export function syncErrorWords(cause: unknown): string {
  return redact(cause instanceof Error ? cause.message : String(cause)).slice(0, WORDS_LENGTH_MAX);
}
