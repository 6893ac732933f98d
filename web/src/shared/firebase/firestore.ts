import { connectFirestoreEmulator, getFirestore } from 'firebase/firestore';
import { firebaseApp } from './app.ts';
import { env } from './env.ts';

/** Loaded only by pages behind the sign-in: `/invite` and the sign-in page do without it. */
export const firestore = getFirestore(firebaseApp);

if (env.firestoreEmulator) {
  const { hostname, port } = new URL(env.firestoreEmulator);
  connectFirestoreEmulator(firestore, hostname, Number(port));
}
