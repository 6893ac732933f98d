import { loadOnce } from '../connection/loadOnce.ts';
import { expectsSession } from './remembered.ts';
import type { SessionSource } from './SessionSource.ts';

const load = loadOnce(async () => (await import('./firebaseSession.ts')).firebaseSession);

/** The session of a page that is usable before Firebase Auth is loaded: nobody, until Auth says otherwise. */
export const lazySession: SessionSource = {
  startsUnknown: expectsSession(),
  follow: (onUser) => {
    let stop: (() => void) | null = null;
    let isLeft = false;
    load().then(
      (session) => {
        if (!isLeft) stop = session.follow(onUser);
      },
      // The page is of use without: whatever needs a session says so.
      () => onUser(null),
    );
    return () => {
      isLeft = true;
      stop?.();
    };
  },
  currentUser: async () => (await load()).currentUser(),
  signOut: async () => (await load()).signOut(),
};
