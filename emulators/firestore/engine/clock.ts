import type { Timestamp } from '../types.ts';

/** Instants of commits and reads: microseconds since 1970, the precision that Firestore keeps. */
export type Micros = number;

const MICROS_PER_SECOND = 1_000_000;
const NANOS_PER_MICRO = 1_000;

/** The wire's form of an instant. */
export function toTimestamp(micros: Micros): Timestamp {
  const seconds = Math.floor(micros / MICROS_PER_SECOND);
  return { seconds: String(seconds), nanos: (micros - seconds * MICROS_PER_SECOND) * NANOS_PER_MICRO };
}

/** An instant from the wire's form, whose zero fields may be left out. */
export function toMicros(timestamp: Timestamp): Micros {
  const micros = Math.trunc((timestamp.nanos ?? 0) / NANOS_PER_MICRO);
  return Number(timestamp.seconds ?? 0) * MICROS_PER_SECOND + micros;
}

/** Time that never stands still or goes back between two commits, whatever the machine's clock does. */
export interface Clock {
  /** An instant at or after everything handed out so far: for a read. */
  readTime(): Micros;
  /** An instant after everything handed out so far: for a commit. */
  commitTime(): Micros;
  /** Later instants will come after this one (state that was loaded). */
  advanceTo(instant: Micros): void;
}

/** A clock over `now`, which gives milliseconds. */
export function createClock(now: () => number = Date.now): Clock {
  let last: Micros = 0;

  return {
    readTime: () => (last = Math.max(now() * 1_000, last)),
    commitTime: () => (last = Math.max(now() * 1_000, last + 1)),
    advanceTo: (instant) => {
      last = Math.max(last, instant);
    },
  };
}
