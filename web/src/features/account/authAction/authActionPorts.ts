import {
  applyActionCode,
  checkActionCode,
  confirmPasswordReset,
  signInWithEmailLink,
  type ActionCodeOperation,
} from 'firebase/auth';
import type { UserDocument } from '../../../../../functions/src/contract/documents.ts';
import { paths } from '../../../../../functions/src/contract/paths.ts';
import { call } from '../../../shared/callable/call.ts';
import { auth } from '../../../shared/firebase/auth.ts';
import { signIn } from '../../../shared/session/signIn.ts';
import { signInByCode } from '../../../shared/session/signInByCode.ts';

/** What a code is for, as Firebase says: an address can claim anything. */
export interface CodeFacts {
  operation: (typeof ActionCodeOperation)[keyof typeof ActionCodeOperation];
  /** The account's address, or the one that it will have. */
  email: string;
}

/** Everything outside the page that `/auth/action` asks; each throws what `toProblem` turns into words. */
export const authActionPorts = {
  checkCode: async (code: string): Promise<CodeFacts> => {
    const { operation, data } = await checkActionCode(auth, code);
    return { operation, email: data.email ?? '' };
  },

  applyCode: (code: string): Promise<void> => applyActionCode(auth, code),

  setPasswordByCode: (code: string, password: string): Promise<void> =>
    confirmPasswordReset(auth, code, password),

  /** @returns the address of the account */
  setPasswordBySecret: async (secret: string, password: string): Promise<string> =>
    (await call('setNewPassword', { secret, password })).email,

  signIn,

  /** @returns the code that `signInByCode` takes */
  redeemSignInLink: async (secret: string, email: string): Promise<string> =>
    (await call('redeemSignInLink', { secret, email })).code,

  signInByCode,

  signInByLink: async (email: string, link: string): Promise<void> => {
    await signInWithEmailLink(auth, email, link);
  },

  /** @returns what we know of the signed-in person; null: nothing. Firestore is loaded for this alone. */
  readOwnUser: async (uid: string): Promise<UserDocument | null> => {
    const [{ doc, getDoc }, { firestore }] = await Promise.all([
      import('firebase/firestore'),
      import('../../../shared/firebase/firestore.ts'),
    ]);
    const snapshot = await getDoc(doc(firestore, paths.user(uid)));
    return (snapshot.data() as UserDocument | undefined) ?? null;
  },
};
