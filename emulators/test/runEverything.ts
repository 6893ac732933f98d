import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { startSuite } from '../launcher/suite.ts';
import { planSuite, REPOSITORY } from '../launcher/suitePlan.ts';
import { runStep, type StepResult } from './runStep.ts';
import { FIRST_STEPS, SUITE_TESTS, type Step } from './steps.ts';
import { addCounts } from './vitestCounts.ts';

/**
 * Proves everything: checks, unit tests, and on one suite of its own everything that needs one. A failure does not keep
 * the other steps from running. The last line is `N passed, N failed`.
 *
 * @returns whether nothing failed
 */
export async function runEverything(): Promise<boolean> {
  const folder = path.join(REPOSITORY, 'run/test-results');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const results: StepResult[] = [];
  const runAll = async (steps: Iterator<Step>) => {
    for (let next = steps.next(); !next.done; next = steps.next()) {
      const result = await runStep(next.value, folder);
      report(result);
      results.push(result);
    }
  };

  // Two hands on one pile: most of these use little more than one core.
  const first = FIRST_STEPS.values();
  await Promise.all([runAll(first), runAll(first)]);
  results.push(...(await runOnSuite(runAll)));

  const { passed, failed } = addCounts(results.map(({ counts }) => counts));
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0;
}

/** @returns a failure, when the suite does not start or does not last; the steps report for themselves. */
async function runOnSuite(runAll: (steps: Iterator<Step>) => Promise<void>): Promise<StepResult[]> {
  const began = performance.now();
  const problems: string[] = [];
  try {
    const suite = await startSuite(planSuite(true, process.env), {
      forTests: true,
      officialFirestore: false,
      web: 'built',
      // Tests provoke errors of functions on purpose; the log has them.
      onNews: () => undefined,
    });
    const reason = await Promise.race([suite.broken, runAll(Object.values(SUITE_TESTS).values())]);
    if (reason) problems.push(reason);
    await suite.close();
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }
  return problems.map((output) => {
    const seconds = (performance.now() - began) / 1000;
    const result = { name: 'suite', counts: { passed: 0, failed: 1 }, seconds, output };
    report(result);
    return result;
  });
}

function report({ name, counts, seconds, output }: StepResult): void {
  const numbers = `${counts.passed} passed${counts.failed ? `, ${counts.failed} failed` : ''}`;
  console.log(
    `${counts.failed ? '✗' : '✓'} ${name.padEnd(10)} ${numbers.padEnd(24)} ${seconds.toFixed(0)} s`,
  );
  if (counts.failed) console.log(output);
}
