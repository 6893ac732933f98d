/** Everything that use cases depend on, built once for each process. The only file of platform/ that knows features. */
import { systemClock, type Clock } from './clock.ts';
import { log } from './log.ts';

export interface Deps {
  clock: Clock;
  log: typeof log;
}

let deps: Deps | undefined;

/** @returns the dependencies of this process. Lazily, so that no parameter is read while functions are discovered. */
export function getDeps(): Deps {
  deps ??= buildDeps();
  return deps;
}

function buildDeps(): Deps {
  return { clock: systemClock, log };
}
