/**
 * The use cases in this very process, on the suite's Auth and Firestore: for races of many, since the Functions emulator
 * starts a process for each call at the same moment.
 */
import { functionsEnvironmentFiles } from '../../emulators/launcher/functionsEnvironment.ts';
import { planSuite } from '../../emulators/launcher/suitePlan.ts';
import type { Caller } from '../../functions/src/platform/authenticate.ts';
import { getDeps, type Deps } from '../../functions/src/deps.ts';
import './admin.ts';

/** @returns what the deployed functions depend on. */
export function suiteDeps(): Deps {
  const files = Object.values(functionsEnvironmentFiles(planSuite(true, process.env)));
  for (const line of files.join('').trim().split('\n')) {
    const [name = '', value = ''] = line.split(/=(.*)/s);
    process.env[name] = JSON.parse(value) as string;
  }
  process.env['FUNCTIONS_EMULATOR'] = 'true';
  return getDeps();
}

/** @returns the person as a callable sees them who has just signed in. */
export function callerOf({ uid }: { uid: string }): Caller {
  return { uid, authTimeMillis: Date.now() };
}
