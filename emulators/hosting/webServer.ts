/** The web app: from its sources with reload while one works on it, or built and hosted as it is deployed. */
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { builtAppFolder, startHosting } from './startHosting.ts';
import { isListening } from '../plan/freePorts.ts';
import { startProgram, type Program } from '../programs/program.ts';
import { HOST, REPOSITORY, type SuitePlan } from '../plan/suitePlan.ts';

const VITE = path.join(REPOSITORY, 'node_modules/vite/bin/vite.js');
const LOOK_AGAIN_MS = 50;

/** @returns the variables that web/src/shared/firebase/readEnv.ts reads: this suite's project and emulators. */
export function webVariables(plan: SuitePlan): Record<string, string> {
  const at = (port: number) => `http://${HOST}:${port}`;
  return {
    VITE_FIREBASE_PROJECT_ID: plan.projectId,
    // Any text does for the emulator, but an empty one.
    VITE_FIREBASE_API_KEY: 'demo-key',
    VITE_FIREBASE_AUTH_DOMAIN: `${plan.projectId}.firebaseapp.com`,
    VITE_FIREBASE_APP_ID: 'demo-app',
    VITE_AUTH_EMULATOR: at(plan.ports.auth),
    VITE_FUNCTIONS_EMULATOR: at(plan.ports.functions),
    VITE_FIRESTORE_EMULATOR: at(plan.ports.firestore),
  };
}

/**
 * @param form `built`: what `buildWebApp` built
 * @returns the running program, once it answers
 * @throws Error when its server ends before it answers
 */
export function startWebServer(plan: SuitePlan, form: 'sources' | 'built'): Promise<Program> {
  return form === 'built'
    ? startHosting(plan, plan.ports.web)
    : serve(plan, ['dev', '--host', HOST, '--port', String(plan.ports.web), '--strictPort']);
}

/**
 * Builds the app for this suite's emulators into the folder that the Hosting emulator serves, with Vite's manifest.
 *
 * @throws Error when it does not build
 */
export async function buildWebApp(plan: SuitePlan): Promise<void> {
  const program = vite(
    plan,
    ['build', '--outDir', builtAppFolder(plan), '--emptyOutDir', '--manifest'],
    'web-build.log',
  );
  const { ok } = await program.ended;
  if (!ok) throw new Error(`The web app doesn't build. See ${program.logFile}.`);
}

async function serve(plan: SuitePlan, args: string[]): Promise<Program> {
  const program = vite(plan, args, 'web.log');
  const endedEarly = program.ended.then(({ words }) => {
    throw new Error(`${words}. See ${program.logFile}.`);
  });
  await Promise.race([untilListening(plan.ports.web), endedEarly]);
  return program;
}

async function untilListening(port: number): Promise<void> {
  while (!(await isListening(HOST, port))) await setTimeout(LOOK_AGAIN_MS);
}

function vite(plan: SuitePlan, args: string[], log: string): Program {
  return startProgram({
    name: 'The web server',
    script: VITE,
    args: [...args, '--config', path.join(REPOSITORY, 'web/vite.config.ts')],
    cwd: path.join(REPOSITORY, 'web'),
    env: { ...process.env, ...webVariables(plan) },
    logFile: path.join(plan.folder, log),
  });
}
