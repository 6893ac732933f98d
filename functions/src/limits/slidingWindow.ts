/** A limit of so many in a time, exact: it remembers when each of the last ones was. Pure. */

export interface WindowLimit {
  max: number;
  windowSeconds: number;
}

export type Taken = { allowed: true; takenAt: number[] } | { allowed: false; retryAfterSeconds: number };

/**
 * @param takenAt when the earlier ones were, in milliseconds, oldest first.
 * @returns the list with this one added, or when it is worth trying again.
 */
export function takeFromWindow(takenAt: readonly number[], limit: WindowLimit, now: Date): Taken {
  const windowMillis = limit.windowSeconds * 1000;
  const recent = takenAt.filter((at) => at > now.getTime() - windowMillis);
  if (recent.length < limit.max) return { allowed: true, takenAt: [...recent, now.getTime()] };
  // The one whose end makes room: with a limit that was lowered there may be more than one too many.
  const freed = recent[recent.length - limit.max] ?? now.getTime();
  return {
    allowed: false,
    retryAfterSeconds: Math.max(1, Math.ceil((freed + windowMillis - now.getTime()) / 1000)),
  };
}
