/** Instants as they are read and as they are written. */
import type { Instant } from '../contract/documents.ts';

/** @returns the milliseconds of an instant that was read, or that is about to be written. */
export function millisOf(instant: Instant | Date): number {
  return instant instanceof Date ? instant.getTime() : instant.toMillis();
}

/** @returns it as the contract carries instants. */
export function isoOf(instant: Instant | Date): string {
  return new Date(millisOf(instant)).toISOString();
}
