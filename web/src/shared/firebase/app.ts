import { initializeApp } from 'firebase/app';
import { readEnv } from './readEnv.ts';

export const env = readEnv(import.meta.env);

/** The one Firebase app of the page. Auth, Functions and Firestore stand in files of their own, so that a page loads only what it uses. */
export const firebaseApp = initializeApp({
  projectId: env.projectId,
  apiKey: env.apiKey,
  authDomain: env.authDomain,
  appId: env.appId,
});
