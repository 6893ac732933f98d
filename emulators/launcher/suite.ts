/** One suite, started in order and ended in reverse: Firestore, storage, mail, functions, Firebase's emulators, web app, demo world. */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { seedDemoWorld } from '../demo/seedDemoWorld.ts';
import { startFirestore } from '../firestore/server.ts';
import { startMailServer } from '../mail/startMailServer.ts';
import { findMissingFunctions, startFirebaseEmulators } from './firebaseEmulators.ts';
import { assertPortsFree } from './freePorts.ts';
import type { Program } from './program.ts';
import { startBucket } from './startBucket.ts';
import { stageFunctions } from './stageFunctions.ts';
import { HOST, REPOSITORY, type SuitePlan } from './suitePlan.ts';
import { startWebServer } from './webServer.ts';

export interface SuiteOptions {
  forTests: boolean;
  /** Google's Firestore emulator (Java, downloaded) in place of the embedded one. */
  officialFirestore: boolean;
  web: 'sources' | 'built';
  /** The functions that are run, in place of those of functions/src/index.ts. */
  functionsEntry?: string;
  /** A line that a developer should see while the suite runs. */
  onNews(line: string): void;
}

export interface Suite {
  /** Resolves with the reason, when a part ends by itself. */
  broken: Promise<string>;
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

  const closers: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const programs = await startParts(plan, options, closers);
    const broken = Promise.race(
      programs.map(async ({ ended, logFile }) => `${(await ended).words}. See the end of ${logFile}.`),
    );
    return { broken, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startParts(
  plan: SuitePlan,
  options: SuiteOptions,
  closers: (() => Promise<unknown>)[],
): Promise<Program[]> {
  const { ports } = plan;
  if (!options.officialFirestore) {
    const firestore = await startFirestore({
      host: HOST,
      port: ports.firestore,
      rulesFile: path.join(REPOSITORY, 'firestore.rules'),
      // Every transaction's body runs twice: what a test then sees differently is a body that does not do the same again.
      abortFirstAttempts: process.env['HRX_ABORT_FIRST'] === '1',
    });
    closers.push(() => firestore.close());
  }
  const storage = await startBucket(plan);
  closers.push(() => storage.close());
  const mail = await startMailServer(HOST, ports.smtp, ports.inbox);
  closers.push(() => mail.close());
  const functions = await stageFunctions(
    plan,
    (problem) => problem && options.onNews(problem),
    options.functionsEntry,
  );
  closers.push(() => functions.close());

  const problems: string[] = [];
  let isReady = false;
  const starting = await Promise.allSettled([
    startWebServer(plan, options.web),
    startFirebaseEmulators({
      plan,
      withFirestore: options.officialFirestore,
      importFolder: path.join(REPOSITORY, 'emulator-data'),
      onProblem: (problem) => (isReady ? options.onNews(problem) : problems.push(problem)),
      onFunctionsLoaded: () => isReady && options.onNews('Functions reloaded.'),
    }),
  ]);
  for (const part of starting) if (part.status === 'fulfilled') closers.push(() => part.value.stop());
  const programs = starting.map((part) => {
    if (part.status === 'rejected') throw part.reason;
    return part.value;
  });

  await assertFunctionsLoaded(plan, functions.names(), problems);
  await seedDemoWorld(plan);
  isReady = true;
  return programs;
}

async function assertFunctionsLoaded(plan: SuitePlan, names: string[], problems: string[]): Promise<void> {
  const missing = await findMissingFunctions(plan, names);
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
