import { initializeApp } from 'firebase/app';
import { env } from './env.ts';

/** The one Firebase app of the page. Auth, Functions and Firestore have files of their own, so that a page loads only what it uses. */
export const firebaseApp = initializeApp({
  projectId: env.projectId,
  apiKey: env.apiKey,
  authDomain: env.authDomain,
  appId: env.appId,
});
