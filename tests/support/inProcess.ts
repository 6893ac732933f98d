/**
 * The use cases in this very process, on the suite's Auth and Firestore: for races of many, since the Functions emulator
 * starts a process for each call at the same moment.
 */
import { functionsEnvironment } from '../../emulators/plan/functionsEnvironment.ts';
import { planSuite } from '../../emulators/plan/suitePlan.ts';
import type { Caller } from '../../functions/src/platform/authenticate.ts';
import { getDeps, type Deps } from '../../functions/src/deps.ts';
import './admin.ts';

/** @returns what the deployed functions depend on. */
export function suiteDeps(): Deps {
  const { parameters, secrets } = functionsEnvironment(planSuite(true, process.env));
  Object.assign(process.env, parameters, secrets);
  process.env['FUNCTIONS_EMULATOR'] = 'true';
  return getDeps();
}

/** @returns the person as a callable sees them who has just signed in. */
export function callerOf({ uid }: { uid: string }): Caller {
  return { uid, authTimeMillis: Date.now() };
}
