import type { Account } from '../domain/account.ts';

/** @returns an account as Auth has it: unproven and without a way in, unless the test says otherwise. */
export function testAccount(given: Pick<Account, 'uid' | 'email'> & Partial<Account>): Account {
  return {
    emailVerified: false,
    disabled: false,
    providers: [],
    tokensValidAfterMillis: null,
    secondFactors: 0,
    customClaims: {},
    ...given,
  };
}
