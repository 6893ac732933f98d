/** Custom claims in Firebase Auth. */
import type { Auth } from 'firebase-admin/auth';
import { errorCode } from '../platform/errorCode.ts';
import type { SetClaims } from './projection.ts';

/** What the Admin SDK and Firebase refuse however often they are asked. */
const REFUSALS = new Set<unknown>([
  'auth/argument-error',
  'auth/claims-too-large',
  'auth/invalid-claims',
  'auth/reserved-claim',
]);

/** @returns what writes claims through this Admin SDK. */
export function claimsWriter(auth: Auth): SetClaims {
  return async (uid, claims) => {
    try {
      await auth.setCustomUserClaims(uid, claims);
      return 'written';
    } catch (thrown) {
      const code = errorCode(thrown);
      if (code === 'auth/user-not-found') return 'gone';
      if (REFUSALS.has(code)) return 'refused';
      throw thrown;
    }
  };
}
