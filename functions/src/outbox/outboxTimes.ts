/** How long things take in the outbox. */

/** Nine more tries in about 45 minutes: greylisting servers ask for less (RFC 6647, 4.6). */
export const OUTBOX_RETRY = { maxAttempts: 10, minBackoffSeconds: 5, maxBackoffSeconds: 900 } as const;

/** Longer than a task is repeated (`OUTBOX_RETRY`): what is not over after that has been lost. */
export const TASK_LIVES_SECONDS = 3600;

/** How soon what the queue did not take is due again. */
export const NOT_QUEUED_SECONDS = 60;

/** How long a run is believed to be at it: longer than a task function may run (60 s). */
export const LEASE_SECONDS = 90;

/** As often as two whole tasks try: whatever ends every run without a word is not tried for ever. */
export const ATTEMPTS_MAX = 2 * OUTBOX_RETRY.maxAttempts;

/** As long as an invitation may live: what a provider says later still finds its mail. */
export const OUTBOX_KEPT_DAYS = 30;
