/** Accounts over a map, as far as invitations ask Auth for them. */
import type { AccountStore } from '../accounts/accounts.auth.ts';
import type { Account } from '../domain/account.ts';
import { testAccount } from './testAccount.ts';

export function accountsInMemory(accounts: Map<string, Account>): AccountStore {
  const find = (is: (account: Account) => boolean) => Promise.resolve([...accounts.values()].find(is));
  const findByUid = (uid: string) => find((account) => account.uid === uid);
  const findByEmail = (email: string) => find((account) => account.email === email);
  const notAsked = () => Promise.reject(new Error('No test asks this of accounts in memory.'));
  return {
    findByUid,
    findByEmail,
    findBoth: async (email, uid) => ({ byEmail: await findByEmail(email), byUid: await findByUid(uid) }),
    async makeAccount({ uid, email }) {
      const known = await find((account) => account.uid === uid || account.email === email);
      if (!known) accounts.set(uid, testAccount({ uid, email }));
      return known ?? testAccount({ uid, email });
    },
    deleteAccount: (uid) => Promise.resolve(void accounts.delete(uid)),
    setPassword: notAsked,
    reclaim: notAsked,
    passwordResetCode: notAsked,
    signInCode: notAsked,
  };
}
