import { PASSWORD_LENGTH_MIN } from '../../../../functions/src/contract/limits.ts';
import { toCallError } from './CallError.ts';
import { learnFromFailure } from '../connection/connection.ts';
import { isFirebaseError } from '../firebase/isFirebaseError.ts';
import { errorMessage } from './errorMessage.ts';

/** Something that went wrong, as a page keeps it: `code` to branch on, `message` for the person. */
export interface Problem {
  code: string;
  message: string;
  /** Field → what is wrong with it. */
  fields: Readonly<Record<string, string>>;
  /** When it is worth trying again, which `message` says too. */
  retryAfterSeconds: number | null;
}

/** An unknown address and a wrong password read the same: nobody learns here who has an account. */
const NO_MATCH = 'Wrong email or password.';
const WEAK_PASSWORD = `This password is too easy to guess. Use at least ${PASSWORD_LENGTH_MIN} characters and no common words.`;
const USED_CODE = 'This took too long. Send it again. What you typed is kept.';

/** Firebase Auth's codes that a person can do something about. */
const AUTH_MESSAGES: Readonly<Record<string, string>> = {
  'auth/invalid-credential': NO_MATCH,
  'auth/wrong-password': NO_MATCH,
  'auth/user-not-found': NO_MATCH,
  'auth/invalid-email': NO_MATCH,
  'auth/missing-password': NO_MATCH,
  'auth/user-disabled': errorMessage('auth/account-disabled'),
  'auth/too-many-requests': 'Too many attempts. Wait a few minutes and try again.',
  'auth/network-request-failed': errorMessage('web/offline'),
  'auth/weak-password': WEAK_PASSWORD,
  'auth/password-does-not-meet-requirements': WEAK_PASSWORD,
  'auth/popup-blocked': 'Your browser blocked the Google window. Allow pop-ups for this page and try again.',
  'auth/account-exists-with-different-credential':
    'This email address has an account with another way to sign in. Sign in with its password, or reset the password.',
  'auth/admin-restricted-operation': errorMessage('web/not-invited'),
  'auth/invalid-verification-code': 'This code is wrong. Enter the newest code.',
  'auth/missing-verification-code': 'Enter the six digits of the code.',
  'auth/code-expired': 'This code has expired. Go back and request a new one.',
  'auth/totp-challenge-timeout': 'This took too long. Go back and sign in again.',
  'auth/expired-action-code': USED_CODE,
  'auth/invalid-action-code': USED_CODE,
};

/**
 * Tells the page too when Firebase Auth could not be reached (`call` does for callables).
 * @returns the problem behind anything that a callable or Firebase Auth threw; never the text of a library
 */
export function toProblem(error: unknown): Problem {
  const authMessage = isFirebaseError(error) ? AUTH_MESSAGES[error.code] : undefined;
  if (isFirebaseError(error) && authMessage !== undefined) {
    learnFromFailure(error.code);
    return { code: error.code, message: authMessage, fields: {}, retryAfterSeconds: null };
  }
  const { code, message, fields, retryAfterSeconds } = toCallError(error);
  return { code, message, fields, retryAfterSeconds };
}
