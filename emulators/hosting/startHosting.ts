/** The built web app on the Hosting emulator of Firebase's CLI: its headers and rewrites are those that are deployed. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startFirebaseCli } from '../programs/startFirebaseCli.ts';
import { firebaseLineMeaning } from '../programs/firebaseLineMeaning.ts';
import type { Program } from '../programs/program.ts';
import type { SuitePlan } from '../plan/suitePlan.ts';
import { BUILT_APP, localHostingConfig } from './localHosting.ts';

/** @returns where the built app of this suite goes. */
export function builtAppFolder(plan: SuitePlan): string {
  return path.join(hostingFolder(plan), BUILT_APP);
}

/**
 * Serves what was built into `builtAppFolder`, on the given port.
 *
 * @returns the running program, once it answers
 * @throws Error with the CLI's own reason, when it ends before
 */
export async function startHosting(plan: SuitePlan, port: number): Promise<Program> {
  const folder = hostingFolder(plan);
  await mkdir(folder, { recursive: true });
  await writeFile(
    path.join(folder, 'firebase.json'),
    JSON.stringify(localHostingConfig(plan, port), null, 2),
  );

  const ready = Promise.withResolvers<undefined>();
  let lastProblem = '';
  const program = startFirebaseCli({
    name: 'The Hosting emulator',
    plan,
    folder,
    args: ['emulators:start', '--only', 'hosting'],
    logFile: path.join(plan.folder, 'hosting.log'),
    onLine(line) {
      const meaning = firebaseLineMeaning(line);
      if (meaning?.kind === 'ready') ready.resolve(undefined);
      if (meaning?.kind === 'problem') lastProblem = meaning.text;
    },
  });
  const endedEarly = program.ended.then(({ words }) => {
    throw new Error(`${words}. ${lastProblem} See ${program.logFile}.`);
  });
  await Promise.race([ready.promise, endedEarly]);
  return program;
}

function hostingFolder(plan: SuitePlan): string {
  return path.join(plan.folder, 'hosting');
}
