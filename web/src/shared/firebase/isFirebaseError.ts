import type { FirebaseError } from 'firebase/app';

/** @returns whether `error` is the SDK's, by its name: a page that asks for its class would have to load the SDK. */
export function isFirebaseError(error: unknown): error is FirebaseError {
  return (
    error instanceof Error &&
    error.name === 'FirebaseError' &&
    'code' in error &&
    typeof error.code === 'string'
  );
}
