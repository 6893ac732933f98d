import { describe, expect, it } from 'vitest';
import { documentKeys } from '../../contract/documentKeys.ts';
import type { UserDocument, Written } from '../../contract/documents.ts';
import type { RecoveryMailDocument } from '../../contract/serverDocuments.ts';
import { hashSecret } from '../../platform/linkKeys.ts';
import { memoryTransactions } from '../../testing/memoryTransactions.ts';
import { testAccount } from '../../testing/testAccount.ts';
import { newUserDocument, type Account } from '../../domain/account.ts';
import { redeemSignInLink } from './redeemSignInLink.ts';

const EMAIL = 'otto@people.example';
const SECRET = 'ab'.repeat(32);
const KEY = documentKeys.recoveryMail(hashSecret(SECRET));
const START = new Date('2026-11-22T14:00:00Z').getTime();
const at = { toMillis: () => START };

/** Otto’s mailed link; `whileCoding` happens at the moment when Firebase makes the code. */
function world() {
  const memory = memoryTransactions(() => new Promise((resolve) => setImmediate(resolve)));
  const account = testAccount({
    uid: 'otto',
    email: EMAIL,
    emailVerified: true,
    providers: ['password'],
  });
  const stored = { account: account as Account | undefined };
  const firebase = { whileCoding: () => Promise.resolve(), codes: 0 };
  const mail: Written<RecoveryMailDocument> = {
    uid: 'otto',
    email: EMAIL,
    opens: 'sign-in',
    usedAt: null,
    expireAt: new Date(START + 1),
  };
  const putMail = (fields: Partial<Written<RecoveryMailDocument>>) => memory.put(KEY, { ...mail, ...fields });
  putMail({});
  const deps = {
    ...memory,
    clock: { now: () => new Date(START) },
    frontendUrl: () => 'https://app.example',
    accounts: {
      findByUid: () => Promise.resolve(stored.account),
      signInCode: async () => {
        await firebase.whileCoding();
        return `code-${(firebase.codes += 1)}`;
      },
    },
  } as unknown as Parameters<typeof redeemSignInLink>[0];
  return {
    redeem: (email = EMAIL) => redeemSignInLink(deps, { secret: SECRET, email }),
    change: (fields: Partial<Account>) => (stored.account = { ...account, ...fields }),
    remove: () => (stored.account = undefined),
    putMail,
    putUser: (fields: Partial<UserDocument>) =>
      memory.put(documentKeys.user('otto'), {
        ...newUserDocument('otto', { tenantId: 'acme', inviteId: 'i1' }),
        ...(fields as object),
      }),
    mail: () => memory.peek(KEY)!,
    firebase,
  };
}

describe('a mailed sign-in link', () => {
  it('is told Firebase’s code once', async () => {
    const { redeem, mail } = world();
    expect(await redeem()).toEqual({ code: 'code-1' });
    expect(mail().usedAt?.toMillis()).toBe(START);
    await expect(redeem()).rejects.toThrow('recovery/not-found');
  });

  it('is told it to one of two at the same moment', async () => {
    const { redeem } = world();
    const outcomes = await Promise.allSettled([redeem(), redeem()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is not used up by a wrong address, nor where Firebase does not answer', async () => {
    const { redeem, firebase } = world();
    await expect(redeem('somebody@people.example')).rejects.toThrow('recovery/other-address');
    expect(firebase.codes).toBe(0);
    firebase.whileCoding = () => Promise.reject(new Error('no answer'));
    await expect(redeem()).rejects.toThrow('no answer');
    firebase.whileCoding = () => Promise.resolve();
    expect(await redeem()).toEqual({ code: 'code-1' });
  });

  it.each<[string, (at: ReturnType<typeof world>) => void]>([
    ['has ended', ({ putMail }) => putMail({ expireAt: new Date(START) })],
    ['sets a new password', ({ putMail }) => putMail({ opens: 'new-password' })],
    ['was used', ({ putMail }) => putMail({ usedAt: new Date(START) })],
  ])('is dead, and has no code made, when its mail %s', async (_name, happen) => {
    const otto = world();
    happen(otto);
    await expect(otto.redeem()).rejects.toThrow('recovery/not-found');
    expect(otto.firebase.codes).toBe(0);
  });
});

describe('a sign-in link whose account has changed since', () => {
  it.each<[string, (otto: ReturnType<typeof world>) => void, string]>([
    ['is not verified any more', ({ change }) => change({ emailVerified: false }), 'recovery/not-found'],
    ['has another address', ({ change }) => change({ email: 'new@people.example' }), 'recovery/not-found'],
    ['is gone', ({ remove }) => remove(), 'recovery/not-found'],
    ['is disabled', ({ change }) => change({ disabled: true }), 'auth/account-disabled'],
    [
      'is being reclaimed',
      ({ putUser }) => putUser({ reclaim: { holder: 'h', until: at } }),
      'recovery/not-found',
    ],
    [
      'began with a handed-over link',
      ({ putUser }) => putUser({ begun: { by: 'handover', tenantId: 'acme', at } }),
      'recovery/not-found',
    ],
  ])('opens nothing when it %s, even at the last moment [SIGNIN-04]', async (_name, happen, code) => {
    const before = world();
    happen(before);
    await expect(before.redeem()).rejects.toThrow(code);

    const meanwhile = world();
    meanwhile.firebase.whileCoding = () => {
      happen(meanwhile);
      return Promise.resolve();
    };
    await expect(meanwhile.redeem()).rejects.toThrow(code);
    expect(meanwhile.mail().usedAt).toBeNull();
  });
});
