/** What use cases about accounts need: types alone. */
import type { ClaimsDeps } from '../claims/claimsDeps.ts';
import type { LinkKeys } from '../platform/linkKeys.ts';
import type { JobQueue } from '../jobs/jobDeps.ts';
import type { NoticeDeps } from '../notices/noticeDeps.ts';
import type { OutboxQueue, OutboxWork } from '../outbox/outboxWork.ts';
import type { PlatformDeps } from '../platform/platformDeps.ts';
import type { Tx } from '../platform/transaction.ts';
import type { AccountStore } from './accounts.auth.ts';

export interface AccountDeps extends PlatformDeps, ClaimsDeps {
  accounts: AccountStore;
  jobQueue: JobQueue;
  listDueDigests: NoticeDeps['listDueDigests'];
  outboxQueue: OutboxQueue;
  linkKeys(): LinkKeys;
  frontendUrl(): string;
  sleep(milliseconds: number): Promise<void>;
}

/**
 * Invitations are another feature's: `deps.ts` says who finds them.
 * @returns what has the newest open one of this person mailed once more, written in that transaction; undefined where
 *   there is none, or its mail is on its way.
 */
export type FindNewestInvitation = (
  tx: Tx,
  person: { uid: string; email: string },
  now: Date,
) => Promise<(() => OutboxWork) | undefined>;
