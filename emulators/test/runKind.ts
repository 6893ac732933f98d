import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { startFirestore } from '../firestore/server.ts';
import { assertJava } from '../launcher/assertJava.ts';
import { isListening } from '../plan/freePorts.ts';
import { startSuite, type SuiteOptions } from '../launcher/suite.ts';
import { HOST, planSuite, REPOSITORY, type SuitePlan } from '../plan/suitePlan.ts';
import {
  BENCH,
  BROWSER_TESTS,
  INDEXES,
  OFFICIAL_TESTS,
  SCREENS,
  SUITE_TESTS,
  UNIT_TESTS,
  type Step,
} from './steps.ts';

interface Ground {
  close(): Promise<void>;
}

const NOTHING: Ground = { close: () => Promise.resolve() };

/**
 * Runs one kind of test for somebody who works on it, on what it needs: a suite that is running already, or its own.
 *
 * @param args go to vitest as they are: file names, `-t`, `--watch`
 * @returns whether all passed
 * @throws Error with a sentence for the developer, when there is no such kind or its ground does not start
 */
export async function runKind(kind: string, args: string[]): Promise<boolean> {
  const kinds: Record<string, { step: Step; start(plan: SuitePlan): Promise<Ground> }> = {
    unit: { step: UNIT_TESTS, start: () => Promise.resolve(NOTHING) },
    browser: { step: BROWSER_TESTS, start: () => Promise.resolve(NOTHING) },
    callables: { step: SUITE_TESTS.callables, start: processOrRunning },
    emulator: { step: SUITE_TESTS.emulator, start: suiteOrRunning },
    rules: { step: SUITE_TESTS.rules, start: firestoreOrRunning },
    indexes: { step: INDEXES, start: onlyRunning },
    hosting: { step: SUITE_TESTS.hosting, start: builtOrRunning },
    e2e: { step: SUITE_TESTS.e2e, start: builtOrRunning },
    bench: { step: BENCH, start: benchSuite },
    screens: { step: SCREENS, start: builtOrRunning },
    official: { step: OFFICIAL_TESTS, start: officialSuite },
  };
  const chosen = kinds[kind];
  if (!chosen)
    throw new Error(`There are no ${kind} tests. Use one of: ${Object.keys(kinds).join(', ')}, suite.`);
  const ground = await chosen.start(planSuite(true, process.env));
  const vitest = spawn(process.execPath, [chosen.step.script, ...chosen.step.args, ...args], {
    cwd: REPOSITORY,
    stdio: 'inherit',
  });
  const [code] = (await once(vitest, 'exit')) as [number | null];
  await ground.close();
  return code === 0;
}

async function processOrRunning(plan: SuitePlan): Promise<Ground> {
  if (await isListening(HOST, plan.ports.handlers)) return NOTHING;
  return ownSuite(plan, { functions: ['process'], web: 'none' });
}

async function suiteOrRunning(plan: SuitePlan): Promise<Ground> {
  if (await isListening(HOST, plan.ports.functions)) return NOTHING;
  return ownSuite(plan, { web: 'none' });
}

/** What was asked so far is what it judges, so there has to be something that ran. */
async function onlyRunning(plan: SuitePlan): Promise<Ground> {
  if (await isListening(HOST, plan.ports.firestore)) return NOTHING;
  throw new Error(
    'It tells which indexes the queries of a running suite need: run `npm run test:suite`, then tests, then this.',
  );
}

/** The app as it is deployed, under its own policy. A running suite that serves the sources will do for journeys. */
async function builtOrRunning(plan: SuitePlan): Promise<Ground> {
  if (await isListening(HOST, plan.ports.functions)) return NOTHING;
  return ownSuite(plan, { web: 'built' });
}

/** With one more function, which is not the product's. */
async function benchSuite(plan: SuitePlan): Promise<Ground> {
  if (await isListening(HOST, plan.ports.functions)) {
    throw new Error('The benchmark needs its own suite. Stop the one that uses these ports.');
  }
  return ownSuite(plan, {
    web: 'built',
    functionsEntry: path.join(REPOSITORY, 'tests/bench/functions/index.ts'),
  });
}

async function officialSuite(plan: SuitePlan): Promise<Ground> {
  await assertJava();
  return ownSuite(plan, { officialFirestore: true, functions: ['process'], web: 'none' });
}

function ownSuite(plan: SuitePlan, options: Partial<SuiteOptions>): Promise<Ground> {
  return startSuite(plan, {
    forTests: true,
    officialFirestore: false,
    functions: ['emulator', 'process'],
    web: 'sources',
    onNews: (line) => console.log(line),
    ...options,
  });
}

async function firestoreOrRunning(plan: SuitePlan): Promise<Ground> {
  if (await isListening(HOST, plan.ports.firestore)) return NOTHING;
  return startFirestore({
    host: HOST,
    port: plan.ports.firestore,
    rulesFile: path.join(REPOSITORY, 'firestore.rules'),
  });
}
