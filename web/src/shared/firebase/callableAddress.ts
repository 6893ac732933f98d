import { env } from './env.ts';

/** Where the functions are deployed (docs/architecture.md). */
export const REGION = 'us-central1';

/** @returns where the SDK would send a call of this callable, for who asks without it. */
export function callableAddress(name: string): string {
  const { functionsEmulator, projectId } = env;
  return functionsEmulator
    ? `${functionsEmulator}/${projectId}/${REGION}/${name}`
    : `https://${REGION}-${projectId}.cloudfunctions.net/${name}`;
}
