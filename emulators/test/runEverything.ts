import { startSuite, type Suite } from '../launcher/suite.ts';
import { planSuite } from '../plan/suitePlan.ts';
import { StepRun } from './runSteps.ts';
import { FIRST_STEPS, RETRIES, SUITE_TESTS } from './steps.ts';

/**
 * Proves everything: checks, unit tests, and on one suite of its own everything that needs one. A failure does not keep
 * the other steps from running. The last line is `N passed, N failed`.
 *
 * @returns whether nothing failed
 */
export async function runEverything(): Promise<boolean> {
  const run = await StepRun.begin();
  // Two hands on one pile: most of these use little more than one core.
  const first = FIRST_STEPS.values();
  await Promise.all([run.runAll(first), run.runAll(first)]);
  await runOnSuite(run);
  return run.end();
}

async function runOnSuite(run: StepRun): Promise<void> {
  const began = performance.now();
  try {
    const suite = await startSuite(planSuite(true, process.env), {
      forTests: true,
      officialFirestore: false,
      functions: ['emulator', 'process'],
      web: 'built',
      // Tests provoke errors of functions on purpose; the log has them.
      onNews: () => undefined,
    });
    const reason = await Promise.race([suite.broken, runTests(run, suite)]);
    if (reason) run.addFailure('suite', began, reason);
    await suite.close();
  } catch (error) {
    run.addFailure('suite', began, error instanceof Error ? error.message : String(error));
  }
}

async function runTests(run: StepRun, suite: Suite): Promise<undefined> {
  await run.runAll(Object.values(SUITE_TESTS).values());
  suite.abortFirstAttempts(true);
  await run.run(RETRIES);
  return undefined;
}
