import { onIdTokenChanged, signOut } from 'firebase/auth';
import { auth } from '../firebase/auth.ts';
// With Auth, so that whoever has a session can call.
import '../firebase/functions.ts';
import type { SessionSource } from './SessionSource.ts';

/** The session of every page but `/invite`: Firebase Auth is there before the page. */
export const firebaseSession: SessionSource = {
  startsUnknown: true,
  follow: (onUser) => onIdTokenChanged(auth, onUser),
  currentUser: () => Promise.resolve(auth.currentUser),
  signOut: () => signOut(auth),
};
