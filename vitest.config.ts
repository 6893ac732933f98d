// One project for each kind of test: `vitest run --project units functions/src/invites`. The projects that need a suite
// (callables, rules, hosting, e2e) are run by `npm run test:callables` and the like, which start what they need.
import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { emulatorVariables, planSuite } from './emulators/plan/suitePlan.ts';

/** Tests find the suite by the standard variables; who sets them (to try Google's emulator) is obeyed. */
const suiteVariables = {
  ...emulatorVariables(planSuite(true, process.env)),
  // Google's libraries would look for the server that tells machines of Google Cloud who they are: no network here.
  METADATA_SERVER_DETECTION: 'none',
  ...process.env,
};

/** What every project leaves alone. */
const exclude = ['**/node_modules/**', '**/lib/**', '**/dist/**', 'run/**'];
const BROWSER_TESTS = '**/*.browser.test.ts';
/** They load the whole deploy list, with an environment and modules of their own: each file apart from the others. */
const DEPLOYED_TESTS = ['functions/src/deployed*.test.ts', 'functions/src/platform/wrapped*.test.ts'];

/** A project of tests that talk to a running suite: its ports are checked once, before the first file. */
function onSuite(name: string, include: string[], seconds: number, globalSetup: string[] = []) {
  return {
    test: {
      name,
      include,
      exclude,
      environment: 'node',
      env: suiteVariables,
      globalSetup: ['tests/support/requireSuite.ts', ...globalSetup],
      // What a file changes is on the suite anyway: the libraries are loaded once.
      isolate: false,
      testTimeout: seconds * 1000,
      hookTimeout: seconds * 1000,
    },
  };
}

const WEB_TESTS = globSync('web/src/**/*.test.{ts,tsx}', { cwd: import.meta.dirname });
const replacesModules = (file: string) =>
  readFileSync(new URL(file, import.meta.url), 'utf8').includes('vi.mock(');

/** Tests of the web app: those that replace modules get modules of their own, the others share them, and are faster. */
function componentTests(name: string, include: string[], isolate: boolean) {
  return {
    resolve: { dedupe: ['zod', 'react', 'react-dom'] },
    test: {
      name,
      include,
      isolate,
      environment: 'jsdom',
      setupFiles: ['web/src/testSetup.ts'],
      testTimeout: 15_000,
    },
  };
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'units',
          include: [
            'functions/**/*.test.{ts,tsx}',
            'emulators/**/*.test.ts',
            'tools/**/*.test.ts',
            'tests/support/**/*.test.ts',
            'lint/*.test.ts',
          ],
          exclude: [...exclude, BROWSER_TESTS, ...DEPLOYED_TESTS],
          environment: 'node',
          env: { METADATA_SERVER_DETECTION: 'none' },
          // They replace nothing that another file might see, and need no process each.
          isolate: false,
        },
      },
      { test: { name: 'deployed', include: DEPLOYED_TESTS, environment: 'node' } },
      componentTests(
        'components',
        WEB_TESTS.filter((file) => !replacesModules(file)),
        false,
      ),
      componentTests('components-alone', WEB_TESTS.filter(replacesModules), true),
      // The embedded Firestore under the web SDK in a real browser: it starts its own server, and needs no suite.
      {
        test: {
          name: 'browser',
          include: [`emulators/${BROWSER_TESTS}`],
          exclude,
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      onSuite('callables', ['tests/callables/**/*.test.ts'], 30),
      // The same functions on Firebase's own emulator: it finds each of them.
      onSuite('emulator', ['tests/emulator/**/*.test.ts'], 60),
      onSuite('rules', ['tests/rules/**/*.test.ts'], 30, ['tests/rules/printCoverage.ts']),
      // The build on the Hosting emulator: headers, frames, sizes.
      onSuite('hosting', ['tests/hosting/**/*.test.ts'], 60),
      onSuite('e2e', ['tests/e2e/**/*.test.ts'], 90),
      // No test of anything: it takes the pictures of docs/ (`npm run screenshots`).
      onSuite('screens', ['tests/screens/**/*.test.ts'], 180),
      // No test of anything either: it prints the numbers of docs/performance.md (`npm run bench`).
      onSuite('bench', ['tests/bench/**/*.test.ts'], 600),
      onSuite('indexes', ['tests/indexes/**/*.test.ts'], 10),
    ],
  },
});
