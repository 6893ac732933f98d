/** One suite, started in order and ended in reverse: Firestore, storage, mail, functions, Firebase's emulators, web app, demo world. */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { seedDemoWorld } from '../demo/seedDemoWorld.ts';
import { startFirestore, type RunningFirestore } from '../firestore/server.ts';
import { startMailServer } from '../mail/startMailServer.ts';
import { startFirebaseEmulators } from './startFirebaseEmulators.ts';
import { Parts } from './Parts.ts';
import { openKeptState, type KeptState } from './keptState.ts';
import { startBucket } from './startBucket.ts';
import { loadedFunctions } from './loadedFunctions.ts';
import { keepSchedules } from './schedules.ts';
import { assertPortsFree } from '../plan/freePorts.ts';
import { stageFunctions } from '../functions/stageFunctions.ts';
import { startFunctionsProcess, type FunctionsProcess } from '../functions/startFunctionsProcess.ts';
import { HOST, REPOSITORY, type SuitePlan } from '../plan/suitePlan.ts';
import { buildWebApp, startWebServer } from '../hosting/webServer.ts';

export interface SuiteOptions {
  forTests: boolean;
  /** Google's Firestore emulator (Java, downloaded) in place of the embedded one. */
  officialFirestore: boolean;
  /** What runs them: Firebase's Functions emulator, which the web app calls, and the one process that tests call. */
  functions: ('emulator' | 'process')[];
  web: 'sources' | 'built' | 'none';
  /** The functions that are run, in place of those of functions/src/index.ts. */
  functionsEntry?: string;
  /** A folder in which the data of this suite is kept, and found again; without it each start has the demo world. */
  keepFolder?: string;
  /** A line that a developer should see: what it starts, and what happens while it runs. */
  onNews: (line: string) => void;
}

export interface Suite {
  /** Resolves with the reason, when a part ends by itself. */
  broken: Promise<string>;
  /** Changes whether the embedded Firestore aborts the first attempt of each transaction. */
  abortFirstAttempts(on: boolean): void;
  /** Ends everything that was started. */
  close(): Promise<void>;
}

/**
 * @returns the suite, when every part answers, every function is loaded and the demo world is there
 * @throws Error with a sentence for the developer; whatever had started by then has been ended
 */
export async function startSuite(plan: SuitePlan, options: SuiteOptions): Promise<Suite> {
  await assertPortsFree(plan.ports, options.forTests);
  await rm(plan.folder, { recursive: true, force: true });
  await mkdir(plan.folder, { recursive: true });

  const parts = new Parts();
  try {
    options.onNews('Starting Firestore, the bucket and mail…');
    const kept = options.keepFolder === undefined ? undefined : await openKeptState(options.keepFolder);
    const firestore = options.officialFirestore ? undefined : await startDatabase(plan, parts, kept);
    const storage = await startBucket(plan, kept?.files);
    parts.onClose(() => storage.close());
    const mail = await startMailServer(HOST, plan.ports.smtp, plan.ports.inbox);
    parts.onClose(() => mail.close());
    const functionsPort = await startFunctions(plan, options, parts, kept);
    if (!kept?.isThere) {
      options.onNews('Loading the demo data…');
      await seedDemoWorld(plan, functionsPort);
    }
    if (options.web !== 'none') {
      options.onNews('Starting the web app…');
      parts.keep(await startWebServer(plan, options.web));
    }
    // Tests call scheduled functions when they need to.
    if (!options.forTests) {
      const schedules = keepSchedules(plan, await loadedFunctions(plan), options.onNews);
      parts.onClose(() => schedules.stop());
    }
    return {
      broken: parts.firstEnd(),
      abortFirstAttempts: (on) => firestore?.abortFirstAttempts(on),
      close: () => parts.close(),
    };
  } catch (error) {
    await parts.close();
    throw error;
  }
}

async function startDatabase(
  plan: SuitePlan,
  parts: Parts,
  kept: KeptState | undefined,
): Promise<RunningFirestore> {
  const firestore = await startFirestore({
    host: HOST,
    port: plan.ports.firestore,
    rulesFile: path.join(REPOSITORY, 'firestore.rules'),
    ...(kept?.isThere && { stateFile: kept.documents }),
    // Every transaction's body runs twice: what a test then sees differently is a body that does not do the same again.
    abortFirstAttempts: process.env['HRX_ABORT_FIRST'] === '1',
  });
  parts.onClose(async () => {
    await kept?.saveDocuments((file) => firestore.save(file));
    await firestore.close();
  });
  return firestore;
}

/**
 * Builds the functions, and the web app where it is served as it is deployed, and starts what runs the functions.
 *
 * @returns the port where they answer soonest
 */
async function startFunctions(
  plan: SuitePlan,
  options: SuiteOptions,
  parts: Parts,
  kept: KeptState | undefined,
): Promise<number> {
  options.onNews('Building the functions…');
  let oneProcess: FunctionsProcess | undefined;
  const functions = await stageFunctions(
    plan,
    (problem) => (problem ? options.onNews(problem) : void oneProcess?.reload()),
    options.functionsEntry,
  );
  parts.onClose(() => functions.close());
  await allOf([
    startEmulators(plan, options, functions.names(), parts, kept),
    ...(options.functions.includes('process')
      ? [startFunctionsProcess(plan).then((started) => (oneProcess = parts.keep(started)))]
      : []),
    ...(options.web === 'built' ? [buildWebApp(plan)] : []),
  ]);
  return oneProcess ? plan.ports.handlers : plan.ports.functions;
}

/** Waits for all of them, whatever happens to one: what has started can then be ended. @throws the first one's error. */
async function allOf(tasks: Promise<unknown>[]): Promise<void> {
  for (const result of await Promise.allSettled(tasks)) if (result.status === 'rejected') throw result.reason;
}

async function startEmulators(
  plan: SuitePlan,
  options: SuiteOptions,
  names: string[],
  parts: Parts,
  kept: KeptState | undefined,
): Promise<void> {
  const withFunctions = options.functions.includes('emulator');
  const problems: string[] = [];
  let isReady = false;
  const what = withFunctions ? 'Auth, Functions and Tasks emulators: about ten seconds' : 'Auth emulator';
  options.onNews(`Starting Firebase's ${what}…`);
  parts.keep(
    await startFirebaseEmulators({
      plan,
      emulators: [
        'auth',
        ...(withFunctions ? ['functions' as const] : []),
        ...(options.officialFirestore ? ['firestore' as const] : []),
      ],
      oneProcess: options.forTests,
      importFolder: kept?.isThere ? kept.accounts : path.join(REPOSITORY, 'emulator-data'),
      ...(kept && { exportFolder: kept.accounts }),
      onProblem: (problem) => (isReady ? options.onNews(problem) : problems.push(problem)),
      onFunctionsLoaded: () => isReady && options.onNews('Functions reloaded.'),
    }),
  );
  if (withFunctions) await assertFunctionsLoaded(plan, names, problems);
  isReady = true;
}

async function assertFunctionsLoaded(plan: SuitePlan, names: string[], problems: string[]): Promise<void> {
  const loaded = new Set((await loadedFunctions(plan)).map(({ name }) => name));
  const missing = names.filter((name) => !loaded.has(name));
  if (missing.length === 0) return;
  const which =
    missing.length === names.length ? 'No function' : `Not every function (not ${missing.join(', ')})`;
  // The emulator says of every failure that it may be a syntax or runtime error; the line before says which.
  const reasons = problems.filter((problem) => !problem.includes('could not be analyzed successfully'));
  throw new Error(
    `${which} was loaded: ${reasons.join('; ') || 'the emulator gave no reason'}. Fix functions/src and start ` +
      `again. See ${path.join(plan.folder, 'emulators.log')}.`,
  );
}
