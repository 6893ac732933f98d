/** What Firebase does with the one-time codes of its mails. Each throws what `toProblem` turns into words. */
import {
  applyActionCode,
  checkActionCode,
  signInWithEmailLink,
  type ActionCodeOperation,
} from 'firebase/auth';
import { auth } from '../../../shared/firebase/auth.ts';

/** What a code is for, as Firebase says: an address can claim anything. */
export interface CodeFacts {
  operation: (typeof ActionCodeOperation)[keyof typeof ActionCodeOperation];
  /** The account's address, or the one that it will have. */
  email: string;
}

/** Spends nothing. */
export async function checkCode(code: string): Promise<CodeFacts> {
  const { operation, data } = await checkActionCode(auth, code);
  return { operation, email: data.email ?? '' };
}

export async function applyCode(code: string): Promise<void> {
  await applyActionCode(auth, code);
}

/** @param link the whole address that was mailed */
export async function signInByLink(email: string, link: string): Promise<void> {
  await signInWithEmailLink(auth, email, link);
}
