/** The shape of each feature's table of refusals. No zod here. */

/** The statuses of callable functions that we use (google.rpc.Code in kebab case). */
export type ErrorStatus =
  | 'invalid-argument'
  | 'failed-precondition'
  | 'permission-denied'
  | 'unauthenticated'
  | 'not-found'
  | 'already-exists'
  | 'resource-exhausted'
  | 'aborted'
  | 'unavailable'
  | 'internal';

export interface ErrorEntry {
  status: ErrorStatus;
  /** Says what happened and what to do about it, to whoever made the request. */
  userMessage: string;
}

/**
 * Chosen by what the caller can do: wrong whatever the state → invalid-argument; right but not now →
 * failed-precondition; not you → permission-denied; nobody → unauthenticated; duplicate → already-exists;
 * too many → resource-exhausted (with `retryAfterSeconds`); lost a race → aborted.
 */
export type ErrorTable = Record<`${string}/${string}`, ErrorEntry>;
