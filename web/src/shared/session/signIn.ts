import { signInWithEmailAndPassword } from 'firebase/auth';
import { whileWaiting } from '../connection/connection.ts';
import { auth } from '../firebase/auth.ts';

/**
 * Signs in with an address and a password; the session follows by itself (AuthProvider).
 * @throws FirebaseError, which `toProblem` turns into words
 */
export async function signIn(email: string, password: string): Promise<void> {
  await whileWaiting(() => signInWithEmailAndPassword(auth, email, password));
}
