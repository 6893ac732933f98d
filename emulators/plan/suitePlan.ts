/** What one suite is, before anything is started: its project, ports, addresses, folder and environment. */
import path from 'node:path';
import { choosePorts, portsShift, type Ports } from './ports.ts';

export const HOST = '127.0.0.1';
export const REGION = 'us-central1';
export const REPOSITORY = path.resolve(import.meta.dirname, '../..');

export interface SuitePlan {
  /** `demo-…`: the Firebase CLI and SDKs touch nothing real for such a project. */
  projectId: string;
  ports: Ports;
  webUrl: string;
  inboxUrl: string;
  /** As the Functions emulator names it in FIREBASE_CONFIG (firebase-tools 15, adminSdkConfig.js). */
  bucket: string;
  /** Where functions are called: in tests, one process of all functions. */
  functionsPort: number;
  /** Where tasks are queued: with the one process of all functions in tests, which the Tasks emulator does not know. */
  queuesPort: number;
  /** Staged functions, configuration and logs of this suite; made again at each start, and git-ignored. */
  folder: string;
}

/**
 * @param forTests the suite of `npm test`, which runs beside the one of `npm start`
 * @param env the variables that move ports
 * @throws Error with a sentence for the developer, when a variable is no port
 */
export function planSuite(forTests: boolean, env: NodeJS.ProcessEnv): SuitePlan {
  const projectId = forTests ? 'demo-hrx-test' : 'demo-hrx';
  const ports = choosePorts(env, forTests);
  const shift = portsShift(env);
  return {
    projectId,
    ports,
    webUrl: `http://${HOST}:${ports.web}`,
    inboxUrl: `http://${HOST}:${ports.inbox}`,
    bucket: `${projectId}.appspot.com`,
    functionsPort: forTests ? ports.handlers : ports.functions,
    queuesPort: forTests ? ports.handlers : ports.tasks,
    folder: path.join(REPOSITORY, 'run', shift ? `${projectId}-${shift}` : projectId),
  };
}

/** @returns the standard variables by which Firebase's server SDKs find the emulators of this suite. */
export function emulatorVariables(plan: SuitePlan): Record<string, string> {
  return {
    GCLOUD_PROJECT: plan.projectId,
    FIRESTORE_EMULATOR_HOST: `${HOST}:${plan.ports.firestore}`,
    FIREBASE_AUTH_EMULATOR_HOST: `${HOST}:${plan.ports.auth}`,
    CLOUD_TASKS_EMULATOR_HOST: `${HOST}:${plan.queuesPort}`,
    // Without a scheme, Google's client would take https.
    STORAGE_EMULATOR_HOST: `http://${HOST}:${plan.ports.storage}`,
  };
}

/** @returns where the key is with which the functions of this suite sign URLs; it is made at each start. */
export function serviceAccountFile(plan: SuitePlan): string {
  return path.join(plan.folder, 'service-account.json');
}
