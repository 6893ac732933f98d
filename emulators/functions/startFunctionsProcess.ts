/** All functions in one process, for tests: its time does not grow with their number, as the Functions emulator's does. */
import path from 'node:path';
import { functionsCredentials, functionsEnvironment } from '../plan/functionsEnvironment.ts';
import { emulatorVariables, HOST, REGION, type SuitePlan } from '../plan/suitePlan.ts';
import { startProgram, type Program } from '../programs/program.ts';

export interface FunctionsProcess extends Program {
  /** Loads the staged functions again, after they were built again. */
  reload(): Promise<void>;
}

/**
 * @param plan of a suite whose functions are staged
 * @returns the running program, once it answers
 * @throws Error when it ends before: a function does not load
 */
export async function startFunctionsProcess(plan: SuitePlan): Promise<FunctionsProcess> {
  const origin = `http://${HOST}:${plan.ports.handlers}`;
  const { parameters, secrets } = functionsEnvironment(plan);
  const ready = Promise.withResolvers<undefined>();
  const program = startProgram({
    name: 'The process of the functions',
    script: path.join(import.meta.dirname, 'serve.ts'),
    args: [HOST, String(plan.ports.handlers), plan.folder, REGION, Object.keys(secrets).join()],
    cwd: plan.folder,
    env: { ...process.env, ...parameters, ...secrets, ...emulatorEnvironment(plan) },
    logFile: path.join(plan.folder, 'functions.log'),
    onLine: (line) => {
      if (line === 'ready') ready.resolve(undefined);
    },
  });
  const endedEarly = program.ended.then(({ words }) => {
    throw new Error(`${words}: see ${program.logFile}.`);
  });
  await Promise.race([ready.promise, endedEarly]);
  return {
    ...program,
    reload: async () => {
      const { ok } = await fetch(`${origin}/reload`, { method: 'POST' });
      if (!ok) throw new Error(`The functions were not loaded again: see ${program.logFile}.`);
    },
  };
}

/** As firebase-tools 15 sets it (functionsEmulator.js, getRuntimeEnvs). */
function emulatorEnvironment(plan: SuitePlan): Record<string, string> {
  return {
    ...emulatorVariables(plan),
    ...functionsCredentials(plan),
    FUNCTIONS_EMULATOR: 'true',
    FIREBASE_CONFIG: JSON.stringify({ projectId: plan.projectId, storageBucket: plan.bucket }),
    FIREBASE_DEBUG_MODE: 'true',
    FIREBASE_DEBUG_FEATURES: JSON.stringify({ skipTokenVerification: true, enableCors: true }),
    METADATA_SERVER_DETECTION: 'none',
    K_REVISION: '1',
    TZ: 'UTC',
  };
}
