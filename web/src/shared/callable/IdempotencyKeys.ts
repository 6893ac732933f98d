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

  /** Has `work` send the payload with its key. @returns what it returns, and throws what it throws */
  async attempt<Result>(payload: unknown, work: (key: string) => Promise<Result>): Promise<Result> {
    const key = this.#keyFor(payload);
    try {
      const result = await work(key);
      this.#forget(key);
      return result;
    } catch (error) {
      const isUnknown = error instanceof CallError && OUTCOME_UNKNOWN.has(error.code);
      if (!isUnknown) this.#forget(key);
      throw error;
    }
  }

  #keyFor(payload: unknown): string {
    const text = JSON.stringify(payload);
    if (this.#attempt?.payload !== text) this.#attempt = { payload: text, key: newKey() };
    return this.#attempt.key;
  }

  /** The next attempt gets a new key; one for another payload that was begun meanwhile keeps its own. */
  #forget(key: string): void {
    if (this.#attempt?.key === key) this.#attempt = null;
  }
}

function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
