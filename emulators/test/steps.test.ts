import { describe, expect, it } from 'vitest';
import config from '../../vitest.config.ts';
import { FIRST_STEPS, RETRIES, SUITE_TESTS } from './steps.ts';

/** They test nothing: they take pictures and numbers. */
const NO_TESTS = ['screens', 'bench'];

describe('npm test', () => {
  it('runs every project of vitest that has tests', () => {
    const steps = [...FIRST_STEPS, ...Object.values(SUITE_TESTS), RETRIES];
    const run = new Set(
      steps.flatMap(({ args }) => args.filter((_, index) => args[index - 1] === '--project')),
    );
    const projects = (config.test?.projects ?? []).map(
      (project) => (project as { test: { name: string } }).test.name,
    );
    expect(projects.length).toBeGreaterThan(8);
    expect(projects.filter((name) => !run.has(name))).toEqual(NO_TESTS);
  });
});
