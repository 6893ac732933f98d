import {
  browserLocalPersistence,
  connectAuthEmulator,
  indexedDBLocalPersistence,
  initializeAuth,
} from 'firebase/auth';
import { firebaseApp } from './app.ts';
import { env } from './env.ts';

/**
 * Without a popup resolver, which `getAuth` would bring (and an iframe with it): whoever opens a popup passes
 * `browserPopupRedirectResolver` then.
 */
export const auth = initializeAuth(firebaseApp, {
  persistence: [indexedDBLocalPersistence, browserLocalPersistence],
});

if (env.authEmulator) connectAuthEmulator(auth, env.authEmulator, { disableWarnings: true });
