import { connectFirestoreEmulator, getFirestore, setLogLevel, type Firestore } from 'firebase/firestore';
import type { Browser } from './people.ts';
import { suite } from './suite.ts';

// The SDK logs each denial that a test provokes.
setLogLevel('silent');

/** @returns Firestore as this person's browser sees it: through the rules. Call it once for a person. */
export function firestoreAs({ auth }: Browser): Firestore {
  const firestore = getFirestore(auth.app);
  connectFirestoreEmulator(firestore, suite.host, suite.ports.firestore);
  return firestore;
}
