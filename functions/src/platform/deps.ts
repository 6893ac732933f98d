/** Everything that use cases depend on, built once for each process. The only file of platform/ that knows features. */
import type { Projection, ProjectOptions, ProjectorDeps } from '../claims/projection.ts';
import type { LinkKeys } from '../links/inviteSecret.ts';
import type { DeliveryDeps, MailQueue } from '../mail/delivery.ts';
import type { AccountStore } from '../users/accounts.auth.ts';
import type { Clock } from './clock.ts';
import type { log } from './log.ts';
import type { Random } from './random.ts';
import type { Reads, Transact } from './transaction.ts';

export interface Deps extends ProjectorDeps, DeliveryDeps {
  clock: Clock;
  random: Random;
  log: typeof log;
  transact: Transact;
  reads: Reads;
  accounts: AccountStore;
  linkKeys(): LinkKeys;
  frontendUrl(): string;
  projectClaims(uid: string, options: ProjectOptions): Promise<Projection>;
  mailQueue: MailQueue;
}

let deps: Deps | undefined;

/** @returns the dependencies of this process. Lazily, so that no parameter is read while functions are discovered. */
export function getDeps(): Deps {
  deps ??= buildDeps();
  return deps;
}

function buildDeps(): Deps {
  throw new Error('later');
}
