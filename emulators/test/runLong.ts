import { startSuite } from '../launcher/suite.ts';
import { planSuite } from '../plan/suitePlan.ts';
import { LONG_RUNS, type LongRun } from './longRuns.ts';
import { StepRun } from './runSteps.ts';

/**
 * `npm run test:long`: every line of LONG_RUNS, each with a suite of its own where it needs one.
 *
 * @returns whether nothing failed
 */
export async function runLong(): Promise<boolean> {
  process.env['HRX_LONG'] = '1';
  const run = await StepRun.begin();
  for (const each of LONG_RUNS) await runOne(run, each);
  return run.end();
}

async function runOne(run: StepRun, { step, onSuite }: LongRun): Promise<void> {
  if (!onSuite) {
    await run.run(step);
    return;
  }
  const began = performance.now();
  try {
    const suite = await startSuite(planSuite(true, process.env), {
      forTests: true,
      officialFirestore: false,
      functions: ['process'],
      web: 'none',
      onNews: () => undefined,
    });
    suite.abortFirstAttempts(onSuite.abortFirstAttempts);
    const reason = await Promise.race([suite.broken, run.run(step).then(() => undefined)]);
    if (reason) run.addFailure(step.name, began, reason);
    await suite.close();
  } catch (error) {
    run.addFailure(step.name, began, error instanceof Error ? error.message : String(error));
  }
}
