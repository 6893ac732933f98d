// `npm test`: everything, with a summary. `npm run test:unit` and the like: one kind, `npm run test:suite`: a suite that stays,
// `npm run test:long`: what takes longer.
import { keepSuite } from './keepSuite.ts';
import { runEverything } from './runEverything.ts';
import { runKind } from './runKind.ts';
import { runLong } from './runLong.ts';
import { untilStopped } from '../programs/untilStopped.ts';

const [kind, ...args] = process.argv.slice(2);

async function run(stopped: Promise<void>): Promise<boolean> {
  if (kind === undefined) return runEverything();
  if (kind === 'long') return runLong();
  if (kind === 'suite') return keepSuite(stopped);
  return runKind(kind, args);
}

try {
  const stopped = untilStopped();
  const ok = await Promise.race([
    run(stopped),
    kind === 'suite' ? new Promise<never>(() => undefined) : stopped.then(() => false),
  ]);
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
// What still runs when it was stopped ends with this process: see leash.mjs.
process.exit();
