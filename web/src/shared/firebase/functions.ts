import { connectFunctionsEmulator, getFunctions } from 'firebase/functions';
import { env, firebaseApp } from './app.ts';

/** Where the functions are deployed (docs/architecture.md). */
const REGION = 'us-central1';

export const functions = getFunctions(firebaseApp, REGION);

if (env.functionsEmulator) {
  const { hostname, port } = new URL(env.functionsEmulator);
  connectFunctionsEmulator(functions, hostname, Number(port));
}
