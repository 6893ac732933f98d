import { describe, expect, it } from 'vitest';
import { CLAIMS_LEASE_SECONDS, newLease } from '../../claims/claimsLease.ts';
import { documentKeys } from '../../contract/documentKeys.ts';
import { memoryTransactions } from '../../testing/memoryTransactions.ts';
import { testAccount } from '../../testing/testAccount.ts';
import type { MailboxOwner } from '../accounts.auth.ts';
import { newUserDocument, isProven, type Account } from '../../domain/account.ts';
import { reclaimAccount, type Proof } from './reclaimAccount.ts';

const START = new Date('2026-11-22T14:00:00.300Z').getTime();
const KEY = documentKeys.user('una');

/** An account, its document, and a clock that sleeping moves. */
function world() {
  let millis = START;
  let holders = 0;
  const memory = memoryTransactions(() => new Promise((resolve) => setImmediate(resolve)));
  const account = testAccount({
    uid: 'una',
    email: 'una@people.example',
    providers: ['password'],
  });
  const passwords: string[] = [];
  /** What Firebase does with the next request. */
  const firebase = { fails: null as null | 'before' | 'after' };
  const deps = {
    transact: memory.transact,
    clock: { now: () => new Date(millis) },
    random: { hex: () => `holder-${(holders += 1)}` },
    sleep: (milliseconds: number) => {
      millis += milliseconds;
      return Promise.resolve();
    },
    accounts: {
      findByUid: () => Promise.resolve({ ...account }),
      reclaim: (_account: Pick<Account, 'uid' | 'providers'>, { password }: MailboxOwner) => {
        if (firebase.fails === 'before') return Promise.reject(new Error('no answer'));
        passwords.push(password);
        account.emailVerified = true;
        return firebase.fails === 'after' ? Promise.reject(new Error('no answer')) : Promise.resolve();
      },
    },
  } as unknown as Parameters<typeof reclaimAccount>[0];

  const proof = (password: string): Proof => ({
    uid: 'una',
    email: 'una@people.example',
    password,
    admit: (_tx, fresh, user) => {
      const document = user ?? newUserDocument('una', { tenantId: 'acme', inviteId: 'i1' });
      if (user && isProven(fresh, user)) return Promise.reject(new Error('proven'));
      return Promise.resolve(document);
    },
    conclude: (_tx, _user, now) => ({ begun: { by: 'mail', tenantId: 'acme', at: now } }),
  });
  return {
    reclaim: (password: string) => reclaimAccount(deps, proof(password)),
    stored: () => memory.peek(KEY)!,
    told: () => Object.keys(memory.dump()).filter((path) => path.startsWith('outbox/')),
    isProven: () => isProven(account, memory.peek(KEY)!),
    now: () => millis,
    crashAfterThePassword: () => {
      account.emailVerified = true;
      memory.put(KEY, {
        ...newUserDocument('una', { tenantId: 'acme', inviteId: 'i1' }),
        reclaim: newLease('gone', new Date(millis)),
      });
    },
    wait: (seconds: number) => (millis += seconds * 1000),
    firebase,
    passwords,
  };
}

describe('reclaiming', () => {
  it('is told to the owner of the mailbox, once for each time [NOTICE-04]', async () => {
    const { reclaim, told, firebase } = world();
    firebase.fails = 'before';
    await expect(reclaim('a new password')).rejects.toThrow('no answer');
    expect(told()).toEqual([]);
    firebase.fails = null;
    await reclaim('a new password');
    expect(told()).toHaveLength(1);
  });

  it('ends every session from up to this very second, and answers when the next one has begun [SESS-03]', async () => {
    const una = world();
    await una.reclaim('my own password');
    const nextSecond = Math.ceil(START / 1000) * 1000;
    expect(una.stored().sessionsValidFrom?.toMillis()).toBe(nextSecond);
    expect(una.now()).toBe(nextSecond);
    expect(una.stored()).toMatchObject({
      reclaim: null,
      addressProven: { email: 'una@people.example' },
      begun: { by: 'mail' },
    });
    expect(una.isProven()).toBe(true);
  });

  it('is done by one of two who come at the same moment', async () => {
    const una = world();
    const outcomes = await Promise.allSettled([una.reclaim('one password'), una.reclaim('two password')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(una.passwords).toEqual(['one password']);
  });

  it.each(['before', 'after'] as const)(
    'proves nothing where Firebase’s answer is lost %s the deed, and can be done again [FIRST-05]',
    async (moment) => {
      const una = world();
      una.firebase.fails = moment;
      await expect(una.reclaim('my own password')).rejects.toThrow('no answer');
      expect(una.isProven()).toBe(false);
      expect(una.stored().sessionsValidFrom).toBeNull();

      una.firebase.fails = null;
      await una.reclaim('my own password');
      expect(una.isProven()).toBe(true);
      expect(una.stored().sessionsValidFrom).not.toBeNull();
    },
  );

  it('can be done again by another when who began it is not heard of any more', async () => {
    const una = world();
    una.crashAfterThePassword();
    expect(una.isProven()).toBe(false);
    await expect(una.reclaim('two password')).rejects.toThrow('request/busy');
    una.wait(CLAIMS_LEASE_SECONDS);
    await una.reclaim('two password');
    expect(una.isProven()).toBe(true);
    await expect(una.reclaim('three password')).rejects.toThrow('proven');
  });
});
