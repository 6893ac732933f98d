/** What `npm test` runs, and how each step is counted. */
import path from 'node:path';
import { REPOSITORY } from '../plan/suitePlan.ts';

export interface Step {
  name: string;
  script: string;
  args: string[];
  /** Its tests are counted one by one; without it the step counts as one. */
  isVitest: boolean;
}

function check(name: string, script: string, ...args: string[]): Step {
  return { name, script: path.join(REPOSITORY, 'node_modules', script), args, isVitest: false };
}

function tests(name: string, ...projects: string[]): Step {
  const chosen = projects.flatMap((project) => ['--project', project]);
  return {
    name,
    script: path.join(REPOSITORY, 'node_modules/vitest/vitest.mjs'),
    args: ['run', ...chosen],
    isVitest: true,
  };
}

/** Some files of one project. */
export function files(name: string, project: string, ...paths: string[]): Step {
  return withArgs(tests(name, project), ...paths);
}

/** All but some files. */
export function without(step: Step, ...paths: string[]): Step {
  return withArgs(step, ...paths.flatMap((excluded) => ['--exclude', excluded]));
}

function withArgs(step: Step, ...args: string[]): Step {
  return { ...step, args: [...step.args, ...args] };
}

/** The embedded Firestore in a real browser; it starts its own server. */
export const BROWSER_TESTS = tests('browser', 'browser');

export const UNIT_TESTS = tests('unit', 'units', 'deployed', 'components', 'components-alone');

/** They need nothing that runs, and are run two at a time. */
export const FIRST_STEPS: Step[] = [
  check('lint', 'oxlint/bin/oxlint'),
  check('types', 'typescript/bin/tsc', '-b'),
  check('format', 'oxfmt/bin/oxfmt', '--check'),
  BROWSER_TESTS,
  UNIT_TESTS,
];

/** One after the other, on one suite. */
export const SUITE_TESTS = {
  callables: tests('callables', 'callables'),
  emulator: tests('emulator', 'emulator'),
  rules: tests('rules', 'rules'),
  hosting: tests('hosting', 'hosting'),
  // A journey often waits for its page: three at a time use two cores.
  e2e: withArgs(tests('e2e', 'e2e'), '--maxWorkers', '3'),
  // Looks at every query that those before it made.
  indexes: tests('indexes', 'indexes'),
} satisfies Record<string, Step>;

/**
 * Some of the callables' tests once more, while the embedded Firestore aborts the first attempt of each transaction: a body
 * that runs twice does the same. The SDK waits about a second before it tries again, so these are few: `npm run test:long`
 * has the others.
 */
export const RETRIES = files(
  'retries',
  'callables',
  'tests/callables/inviteUser.test.ts',
  'tests/callables/setTenantRole.test.ts',
);

/** For a developer, of the queries so far: `npm test` has the whole of it at its end. */
export const INDEXES = files(
  'indexes',
  'indexes',
  'tests/indexes/indexes.test.ts',
  '--testNamePattern',
  'for every query',
);

/** What judges the embedded Firestore's fidelity: the same tests on Google's own. */
export const OFFICIAL_TESTS = tests('official', 'rules', 'callables');

/** No test of anything: it prints the numbers of docs/performance.md, one file after the other. */
export const BENCH = withArgs(
  tests('bench', 'bench'),
  '--no-file-parallelism',
  '--disable-console-intercept',
  '--reporter=dot',
);

/** No test of anything: it takes the pictures of docs/screenshots, and of every page in run/screens. */
export const SCREENS = tests('screens', 'screens');
