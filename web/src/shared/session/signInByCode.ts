import { signInWithEmailLink } from 'firebase/auth';
import { env } from '../firebase/env.ts';
import { auth } from '../firebase/auth.ts';
import { pagePaths } from '../routing/pagePaths.ts';

/**
 * Signs in without a password. Firebase takes its code in the shape of the link that it would have mailed.
 * @throws FirebaseError, which `toProblem` and `secondFactorOf` understand
 */
export async function signInByCode(email: string, code: string): Promise<void> {
  const query = new URLSearchParams({ mode: 'signIn', apiKey: env.apiKey, oobCode: code });
  const link = `${window.location.origin}${pagePaths.authAction.path}?${query.toString()}`;
  await signInWithEmailLink(auth, email, link);
}
