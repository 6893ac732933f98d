/** The one clock: instants are stored and compared in UTC, and tests bring their own. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
