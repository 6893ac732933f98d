import type { User } from 'firebase/auth';

/** Who tells the session of the page (AuthProvider) who is signed in. */
export interface SessionSource {
  /** Whether pages have to wait for the first word: false where nobody was signed in here before. */
  startsUnknown: boolean;
  /** Tells who is signed in, at once and at each change. @returns how to stop */
  follow: (onUser: (user: User | null) => void) => () => void;
  currentUser: () => Promise<User | null>;
  signOut: () => Promise<void>;
}
