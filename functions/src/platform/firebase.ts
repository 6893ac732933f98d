/** The Admin SDK, initialised once for each process. Only `*.firestore.ts`, `*.auth.ts` and platform/ reach it. */
import { getApps, initializeApp, type App } from 'firebase-admin/app';
import { getAuth, type Auth } from 'firebase-admin/auth';
import { getFirestore, type Firestore } from 'firebase-admin/firestore';
import { getFunctions, type TaskQueue } from 'firebase-admin/functions';
import { assertNoEmulatorSwitches } from './assertNoEmulatorSwitches.ts';
import { isEmulated, projectId, REGION } from './params.ts';

assertNoEmulatorSwitches(process.env);

function app(): App {
  const [existing] = getApps();
  if (existing) return existing;
  // In the emulator there is no metadata server to ask who we are, and asking would wait for the network.
  return isEmulated()
    ? initializeApp({
        projectId: projectId(),
        serviceAccountId: `emulator@${projectId()}.iam.gserviceaccount.com`,
      })
    : initializeApp();
}

export function firestore(): Firestore {
  return getFirestore(app());
}

export function auth(): Auth {
  return getAuth(app());
}

/** @returns the queue of a task function, by its deployed name. A name without its region would mean us-central1. */
export function taskQueue<Payload extends Record<string, unknown>>(functionName: string): TaskQueue<Payload> {
  return getFunctions(app()).taskQueue<Payload>(`locations/${REGION}/functions/${functionName}`);
}
