/** Accounts in Firebase Auth. No invitation changes one that was there before: only what we made is written to. */
import type { Auth, UserRecord } from 'firebase-admin/auth';
import type { Account } from '../domain/account.ts';

/** Who has proven the mailbox of this address, and the password that they chose. */
export interface MailboxOwner {
  email: string;
  password: string;
}

export interface AccountStore {
  findByEmail(email: string): Promise<Account | undefined>;
  findByUid(uid: string): Promise<Account | undefined>;
  /**
   * Makes an account without any way to sign in. Where somebody else was faster, theirs is the one; where our own
   * answer was lost and the request came twice, it is ours.
   */
  makeAccount(wanted: { uid: string; email: string; displayName: string }): Promise<Account>;
  /** @returns the accounts with this address and with this id, in one request. */
  findBoth(email: string, uid: string): Promise<{ byEmail: Account | undefined; byUid: Account | undefined }>;
  setPassword(uid: string, password: string): Promise<void>;
  /** Deletes an account that we made and nobody has used. One that is gone already is as good. */
  deleteAccount(uid: string): Promise<void>;
  /**
   * Gives an account to the owner of its mailbox, in one request: a new password, a verified address, and no other way
   * in. The address is written too: it is the proven one that counts as verified, whatever it was changed to meanwhile.
   */
  reclaim(account: Pick<Account, 'uid' | 'providers'>, owner: MailboxOwner): Promise<void>;
  /** @returns a code of Firebase for `confirmPasswordReset`. It may be told to who holds a mailed link, and to nobody else. */
  passwordResetCode(email: string): Promise<string>;
  /**
   * @param url where Firebase's own page would lead to: we lead there ourselves, but it wants one.
   * @returns a code of Firebase for `signInWithEmailLink`, for the same few.
   */
  signInCode(email: string, url: string): Promise<string>;
}

/** A reclaimed account keeps `password`, which gets a new one; `phone` goes with its number. */
const KEPT_PROVIDERS = new Set(['password', 'phone']);

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
    async deleteAccount(uid) {
      try {
        await auth.deleteUser(uid);
      } catch (thrown) {
        if (codeOf(thrown) !== 'auth/user-not-found') throw thrown;
      }
    },
    async findBoth(email, uid) {
      const { users } = await auth.getUsers([{ email }, { uid }]);
      const accounts = users.map(toAccount);
      return {
        byEmail: accounts.find((account) => account.email === email),
        byUid: accounts.find((account) => account.uid === uid),
      };
    },
    async reclaim({ uid, providers }, { email, password }) {
      await auth.updateUser(uid, {
        email,
        emailVerified: true,
        password,
        providersToUnlink: providers.filter((provider) => !KEPT_PROVIDERS.has(provider)),
        phoneNumber: null,
        multiFactor: { enrolledFactors: null },
      });
    },
    passwordResetCode: async (email) => codeIn(await auth.generatePasswordResetLink(email)),
    signInCode: async (email, url) =>
      codeIn(await auth.generateSignInWithEmailLink(email, { url, handleCodeInApp: true })),
  };
}

function codeIn(link: string): string {
  const code = new URL(link).searchParams.get('oobCode');
  if (code === null) throw new Error('Firebase gave a link without a code.');
  return code;
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
  const {
    uid,
    email,
    emailVerified,
    disabled,
    providerData,
    tokensValidAfterTime,
    multiFactor,
    customClaims,
  } = record;
  return {
    uid,
    email: email ?? null,
    emailVerified,
    disabled,
    providers: providerData.map((provider) => provider.providerId),
    tokensValidAfterMillis: tokensValidAfterTime ? Date.parse(tokensValidAfterTime) : null,
    secondFactors: multiFactor?.enrolledFactors.length ?? 0,
    customClaims: customClaims ?? {},
  };
}
