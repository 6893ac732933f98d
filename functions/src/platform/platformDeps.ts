/** What every feature's dependencies hold. Each feature adds its own in its `*Deps.ts`; `deps.ts` builds them all. */
import type { Clock } from './clock.ts';
import type { log } from './log.ts';
import type { Random } from './random.ts';
import type { Reads, Transact } from './transaction.ts';

export interface PlatformDeps {
  clock: Clock;
  random: Random;
  log: typeof log;
  transact: Transact;
  reads: Reads;
}
