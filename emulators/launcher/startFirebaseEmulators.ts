/** The Auth, Functions and Tasks emulators: Firebase's own CLI, offline. */
import { mkdir, symlink, writeFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { startFirebaseCli } from '../programs/startFirebaseCli.ts';
import { suiteFirebaseConfig } from './suiteFirebaseConfig.ts';
import { firebaseLineMeaning } from '../programs/firebaseLineMeaning.ts';
import type { Program } from '../programs/program.ts';
import { REPOSITORY, type SuitePlan } from '../plan/suitePlan.ts';

export interface FirebaseEmulatorsOptions {
  plan: SuitePlan;
  /** Google's Firestore emulator needs Java. */
  emulators: ('auth' | 'functions' | 'firestore')[];
  /** All functions in one process, one call after the other, in place of a process for each function and each call. */
  oneProcess: boolean;
  /** A folder with firebase-export-metadata.json. */
  importFolder: string;
  /** Where they leave their data when they end. */
  exportFolder?: string;
  /** A complaint of the emulators or of a function, in one line. */
  onProblem(problem: string): void;
  /** The functions were read again, after their files changed. */
  onFunctionsLoaded(): void;
}

/**
 * Starts them in the suite's folder, where the functions are staged already.
 *
 * @returns the running program, once all emulators are ready
 * @throws Error with the CLI's own reason, when it ends before
 */
export async function startFirebaseEmulators(options: FirebaseEmulatorsOptions): Promise<Program> {
  const { plan, emulators } = options;
  await writeConfig(plan, emulators.includes('firestore'));
  const ready = Promise.withResolvers<undefined>();
  let lastProblem = '';
  const program = startFirebaseCli({
    name: 'Firebase emulators',
    plan,
    folder: plan.folder,
    args: [
      'emulators:start',
      ...['--only', emulators.join()],
      ...['--import', options.importFolder],
      ...(options.exportFolder === undefined ? [] : ['--export-on-exit', options.exportFolder]),
      ...(options.oneProcess && emulators.includes('functions') ? ['--inspect-functions'] : []),
    ],
    logFile: path.join(plan.folder, 'emulators.log'),
    onLine(line) {
      const meaning = firebaseLineMeaning(line);
      if (meaning?.kind === 'ready') ready.resolve(undefined);
      if (meaning?.kind === 'functions-loaded') options.onFunctionsLoaded();
      if (meaning?.kind === 'problem') {
        lastProblem = meaning.text;
        options.onProblem(meaning.text);
      }
    },
  });
  const endedEarly = program.ended.then(({ words }) => {
    throw new Error(`${words}. ${lastProblem} See ${program.logFile}.`);
  });
  await Promise.race([ready.promise, endedEarly]);
  return program;
}

async function writeConfig(plan: SuitePlan, withFirestore: boolean): Promise<void> {
  await mkdir(plan.folder, { recursive: true });
  const config = suiteFirebaseConfig(plan, withFirestore);
  await writeFile(path.join(plan.folder, 'firebase.json'), JSON.stringify(config, null, 2));
  if (!config.firestore) return;
  const link = path.join(plan.folder, config.firestore.rules);
  await rm(link, { force: true });
  await symlink(path.join(REPOSITORY, config.firestore.rules), link);
}
