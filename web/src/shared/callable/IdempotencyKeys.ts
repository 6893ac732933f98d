import { CallError } from './CallError.ts';
import type { FailureCode } from './errorMessage.ts';

/** After these nobody knows whether the server did it: a second attempt must be the same one to the server. */
const OUTCOME_UNKNOWN: ReadonlySet<FailureCode> = new Set([
  'web/offline',
  'web/timeout',
  'service/unavailable',
  'service/unexpected',
  'request/busy',
]);

const KEY_BYTES = 16;

interface Attempt {
  payload: string;
  key: string;
}

/**
 * Gives each attempt to do something its key. The same payload keeps its key while the attempt runs and after a failure
 * that may have been a success (a lost answer), so that the server does it once; everything else gets a new one.
 */
export class IdempotencyKeys {
  #attempt: Attempt | null = null;

  /** @returns the key to send with this payload. */
  keyFor(payload: unknown): string {
    const text = JSON.stringify(payload);
    if (this.#attempt?.payload !== text) this.#attempt = { payload: text, key: newKey() };
    return this.#attempt.key;
  }

  /** Tells how the attempt ended: with `error`, or well. */
  settle(error?: unknown): void {
    const isUnknown = error instanceof CallError && OUTCOME_UNKNOWN.has(error.code);
    if (!isUnknown) this.#attempt = null;
  }
}

function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
