/** What became of a row. Pure. */
import { ERRORS, type ErrorStatus } from '../contract/errors.ts';
import type { JobRowOutcome } from '../contract/jobDocuments.ts';
import { DomainError } from '../platform/DomainError.ts';
import { toErrorCode } from '../platform/toHttpsError.ts';

/** How often a row is tried that fails in a way that passes. */
export const ROW_TRIES_MAX = 5;
const BACKOFF_SECONDS_MIN = 5;
const BACKOFF_SECONDS_MAX = 600;

export const ROW_DONE: JobRowOutcome = { state: 'done', code: null, retriable: false };

/** @param code why there was nothing to do: `accepted`, `not-found` and the like. */
export function rowSkipped(code: string): JobRowOutcome {
  return { state: 'skipped', code, retriable: false };
}

/** How a row failed. */
export interface RowFailure {
  outcome: JobRowOutcome;
  /** Passes by itself: the same row is tried again after this. null: only if somebody asks for it. */
  retryAfterSeconds: number | null;
}

const PASSING: readonly ErrorStatus[] = ['aborted', 'unavailable', 'internal'];

/**
 * @param thrown what the row's own use case threw.
 * @param tries how often it has failed in this way, with this time.
 */
export function rowFailure(thrown: unknown, tries: number): RowFailure {
  const code = toErrorCode(thrown);
  const { status } = ERRORS[code];
  const toldSeconds = thrown instanceof DomainError ? thrown.details.retryAfterSeconds : undefined;
  const isFull = status === 'resource-exhausted';
  const passes =
    PASSING.includes(status) || (isFull && toldSeconds !== undefined && toldSeconds <= BACKOFF_SECONDS_MAX);
  const outcome: JobRowOutcome = { state: 'failed', code, retriable: passes || isFull };
  if (!passes || tries >= ROW_TRIES_MAX) return { outcome, retryAfterSeconds: null };
  return { outcome, retryAfterSeconds: Math.max(rowBackoffSeconds(tries), toldSeconds ?? 0) };
}

function rowBackoffSeconds(tries: number): number {
  return Math.min(BACKOFF_SECONDS_MIN * 4 ** (tries - 1), BACKOFF_SECONDS_MAX);
}
