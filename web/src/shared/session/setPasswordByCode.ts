import { confirmPasswordReset } from 'firebase/auth';
import { auth } from '../firebase/auth.ts';

/**
 * Sets a new password with Firebase's one-time code; signing in with it is the next step.
 * @throws FirebaseError, which `toProblem` turns into words
 */
export async function setPasswordByCode(code: string, password: string): Promise<void> {
  await confirmPasswordReset(auth, code, password);
}
