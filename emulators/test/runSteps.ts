/** Steps one after the other, each reported when it has ended, and their sum. */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { REPOSITORY } from '../plan/suitePlan.ts';
import { runStep, type StepResult } from './runStep.ts';
import type { Step } from './steps.ts';
import { addCounts } from './vitestCounts.ts';

const RESULTS_FOLDER = path.join(REPOSITORY, 'run/test-results');

export class StepRun {
  readonly #results: StepResult[] = [];

  /** Empties the folder of logs and reports. */
  static async begin(): Promise<StepRun> {
    await rm(RESULTS_FOLDER, { recursive: true, force: true });
    await mkdir(RESULTS_FOLDER, { recursive: true });
    return new StepRun();
  }

  /** Runs what is left of a pile of steps: two hands may take from the same one. */
  async runAll(steps: Iterator<Step>): Promise<void> {
    for (let next = steps.next(); !next.done; next = steps.next()) await this.run(next.value);
  }

  async run(step: Step): Promise<void> {
    this.add(await runStep(step, RESULTS_FOLDER));
  }

  /** Counts what did not get as far as a test: the suite does not start, or does not last. */
  addFailure(name: string, began: number, output: string): void {
    const seconds = (performance.now() - began) / 1000;
    this.add({ name, counts: { passed: 0, failed: 1 }, seconds, output });
  }

  add(result: StepResult): void {
    this.#results.push(result);
    const { name, counts, seconds, output } = result;
    const numbers = `${counts.passed} passed${counts.failed ? `, ${counts.failed} failed` : ''}`;
    console.log(
      `${counts.failed ? '✗' : '✓'} ${name.padEnd(10)} ${numbers.padEnd(24)} ${seconds.toFixed(0)} s`,
    );
    if (counts.failed) console.log(output);
  }

  /** Prints the last line: `N passed, N failed`. @returns whether nothing failed */
  end(): boolean {
    const { passed, failed } = addCounts(this.#results.map(({ counts }) => counts));
    console.log(`${passed} passed, ${failed} failed`);
    return failed === 0;
  }
}
