/** What use cases about accounts need: types alone. */
import type { ClaimsDeps } from '../claims/claimsDeps.ts';
import type { LinkKeys } from '../platform/linkKeys.ts';
import type { JobQueue } from '../jobs/jobDeps.ts';
import type { MailQueue } from '../outbox/delivery.ts';
import type { PlatformDeps } from '../platform/platformDeps.ts';
import type { AccountStore } from './accounts.auth.ts';

export interface AccountDeps extends PlatformDeps, ClaimsDeps {
  accounts: AccountStore;
  mailQueue: MailQueue;
  jobQueue: JobQueue;
  linkKeys(): LinkKeys;
  frontendUrl(): string;
  sleep(milliseconds: number): Promise<void>;
}
