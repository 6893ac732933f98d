import { initializeApp } from 'firebase/app';
import { updateCurrentUser, type Auth } from 'firebase/auth';
import { CallError } from '../callable/CallError.ts';
import { currentConnection } from '../connection/connection.ts';
import { loadOnce } from '../connection/loadOnce.ts';
import { firebaseApp } from '../firebase/app.ts';
import { auth } from '../firebase/auth.ts';
import { env } from '../firebase/env.ts';
import type * as RareAuth from './rareAuth.ts';

/** Fetches the code of the popup before it is needed: browsers block one that opens long after the press. */
export function prepareGoogle(): void {
  // A browser that failed to fetch a module does not try again.
  if (navigator.onLine) loadRareAuth().catch(() => undefined);
}

const loadRareAuth = loadOnce(() => import('./rareAuth.ts'));

/**
 * Signs in with Google in a popup. There is no sign-up: an account that Firebase makes at this moment, because nobody
 * invited the address, never becomes the session. So the popup works on an `Auth` of its own, beside the session's.
 * @throws CallError `web/not-invited`, `web/google-offline`; FirebaseError, which `toProblem` and `secondFactorOf`
 *   understand
 */
export async function signInWithGoogle(): Promise<void> {
  // The window would open on an error page of the browser.
  if (['offline', 'unreachable'].includes(currentConnection())) throw new CallError('web/google-offline');
  const rare = await loadRareAuth();
  const aside = (authAside ??= openAuthAside(rare));
  const provider = new rare.GoogleAuthProvider();
  // Who has several accounts chooses the invited one.
  provider.setCustomParameters({ prompt: 'select_account' });
  const credential = await rare.signInWithPopup(aside, provider, rare.browserPopupRedirectResolver);
  const isNew = rare.getAdditionalUserInfo(credential)?.isNewUser === true;
  if (!isNew) await updateCurrentUser(auth, credential.user);
  await aside.signOut();
  if (isNew) throw new CallError('web/not-invited');
}

let authAside: Auth | null = null;

function openAuthAside({ initializeAuth, inMemoryPersistence, connectAuthEmulator }: typeof RareAuth): Auth {
  const opened = initializeAuth(initializeApp(firebaseApp.options, 'google'), {
    persistence: inMemoryPersistence,
  });
  if (env.authEmulator) connectAuthEmulator(opened, env.authEmulator, { disableWarnings: true });
  return opened;
}
