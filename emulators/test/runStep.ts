import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { startProgram } from '../programs/program.ts';
import { REPOSITORY } from '../plan/suitePlan.ts';
import type { Step } from './steps.ts';
import { vitestCounts, type Counts } from './vitestCounts.ts';

export interface StepResult {
  name: string;
  counts: Counts;
  seconds: number;
  /** What it printed. */
  output: string;
}

/**
 * Runs one step to its end. Never rejects for a failing step.
 *
 * @param folder an existing folder for its log and report
 */
export async function runStep(step: Step, folder: string): Promise<StepResult> {
  const began = performance.now();
  const report = path.join(folder, `${step.name}.json`);
  const reporters = ['--reporter', 'dot', '--reporter', 'json', '--outputFile.json', report];
  const program = startProgram({
    name: step.name,
    script: step.script,
    args: step.isVitest ? [...step.args, ...reporters] : step.args,
    cwd: REPOSITORY,
    env: process.env,
    logFile: path.join(folder, `${step.name}.log`),
  });
  const { ok } = await program.ended;
  const counts = step.isVitest
    ? vitestCounts(await readFile(report, 'utf8').catch(() => ''), ok)
    : { passed: Number(ok), failed: Number(!ok) };
  return {
    name: step.name,
    counts,
    seconds: (performance.now() - began) / 1000,
    output: await readFile(program.logFile, 'utf8'),
  };
}
