/** Accounts in Firebase Auth. No invitation changes one that was there before: only what we made is written to. */
import type { Auth, UserRecord } from 'firebase-admin/auth';
import type { Account } from './userAccount.ts';

export interface AccountStore {
  findByEmail(email: string): Promise<Account | undefined>;
  findByUid(uid: string): Promise<Account | undefined>;
  /**
   * Makes an account without any way to sign in. Where somebody else was faster, theirs is the one; where our own
   * answer was lost and the request came twice, it is ours.
   */
  makeAccount(wanted: { uid: string; email: string; displayName: string }): Promise<Account>;
  setPassword(uid: string, password: string): Promise<void>;
  /** @returns a code of Firebase for `confirmPasswordReset`. It may be told to who holds a mailed link, and to nobody else. */
  passwordResetCode(email: string): Promise<string>;
}

export function accountStore(auth: Auth): AccountStore {
  const findByEmail = (email: string) => unlessMissing(auth.getUserByEmail(email));
  const findByUid = (uid: string) => unlessMissing(auth.getUser(uid));
  return {
    findByEmail,
    findByUid,
    async makeAccount({ uid, email, displayName }) {
      try {
        return toAccount(await auth.createUser({ uid, email, displayName }));
      } catch (thrown) {
        const existing =
          codeOf(thrown) === 'auth/uid-already-exists'
            ? await findByUid(uid)
            : codeOf(thrown) === 'auth/email-already-exists'
              ? await findByEmail(email)
              : undefined;
        if (!existing) throw thrown;
        return existing;
      }
    },
    async setPassword(uid, password) {
      await auth.updateUser(uid, { password });
    },
    async passwordResetCode(email) {
      const code = new URL(await auth.generatePasswordResetLink(email)).searchParams.get('oobCode');
      if (code === null) throw new Error('Firebase gave a password-reset link without a code.');
      return code;
    },
  };
}

async function unlessMissing(record: Promise<UserRecord>): Promise<Account | undefined> {
  try {
    return toAccount(await record);
  } catch (thrown) {
    if (codeOf(thrown) === 'auth/user-not-found') return undefined;
    throw thrown;
  }
}

function codeOf(thrown: unknown): unknown {
  return thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
}

function toAccount(record: UserRecord): Account {
  const { uid, email, emailVerified, disabled, providerData, tokensValidAfterTime, customClaims } = record;
  return {
    uid,
    email: email ?? null,
    emailVerified,
    disabled,
    providers: providerData.map((provider) => provider.providerId),
    tokensValidAfterMillis: tokensValidAfterTime ? Date.parse(tokensValidAfterTime) : null,
    customClaims: customClaims ?? {},
  };
}
