import { connectFunctionsEmulator, getFunctions, httpsCallable } from 'firebase/functions';
import { firebaseApp } from './app.ts';
import { REGION } from './callableAddress.ts';
import { env } from './env.ts';

const functions = getFunctions(firebaseApp, REGION);

if (env.functionsEmulator) {
  const { hostname, port } = new URL(env.functionsEmulator);
  connectFunctionsEmulator(functions, hostname, Number(port));
}

/**
 * Calls a function by the SDK, which adds who is signed in, and App Check's proof where that is on.
 * @returns what it answers, whose shape nobody has looked at
 * @throws FirebaseError
 */
export async function callFunction(name: string, input: unknown): Promise<unknown> {
  const { data } = await httpsCallable(functions, name)(input);
  return data;
}
