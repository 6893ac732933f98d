import { describe, expect, it, vi } from 'vitest';
import { systemRandom } from '../../platform/random.ts';
import { documentKeys } from '../../contract/documentKeys.ts';
import type { PendingInviteDocument } from '../../contract/documents.ts';
import type { LinkKind } from '../../contract/statuses.ts';
import { linkDocumentKeys, linkKeyOf } from '../links/linkDocuments.ts';
import type { Deps } from '../../deps.ts';
import { memoryTransactions } from '../../testing/memoryTransactions.ts';
import { testAccount } from '../../testing/testAccount.ts';
import { newUserDocument } from '../../domain/account.ts';
import { redeemInvite } from './redeemInvite.ts';

const UID = 'inv_0123456789abcdef01234567';
const NOW = new Date('2026-11-22T14:00:00Z');
const TOMORROW = new Date(NOW.getTime() + 24 * 3600_000);
const SECRETS: Record<LinkKind, string> = { mail: 'aa'.repeat(32), handover: 'bb'.repeat(32) };
const USER = documentKeys.user(UID);

/** An account that nobody used, and both links of its invitation. */
function world() {
  const memory = memoryTransactions();
  const account = testAccount({
    uid: UID,
    email: 'nina@people.example',
  });
  const ids = { tenantId: 'acme', uid: UID, inviteId: 'i1', generation: 1 };
  memory.put(documentKeys.pendingInvite('acme', UID), {
    ...ids,
    email: account.email,
    status: 'pending',
    expiresAt: TOMORROW,
    sendPasswordReset: true,
    role: 'Worker',
    securityLevel: '2',
    permissions: [],
  } as never);
  memory.put(documentKeys.tenantSettings('acme'), { handoverLinks: true } as never);
  memory.put(USER, newUserDocument(UID, ids));
  memory.put(linkDocumentKeys.secrets('acme', UID), {
    generation: 1,
    links: { mail: { keyId: 'k1', nonce: 'mail' }, handover: { keyId: 'k1', nonce: 'handover' } },
  });
  for (const kind of ['mail', 'handover'] as const) {
    memory.put(linkKeyOf(SECRETS[kind]), { ...ids, kind, nonce: kind, expireAt: TOMORROW });
  }
  const begun = () => memory.peek(USER)?.begun ?? null;
  const accounts = {
    findByUid: () => Promise.resolve(account),
    setPassword: vi.fn(() => Promise.resolve()),
    passwordResetCode: vi.fn(() => Promise.resolve('code')),
  };
  /** The invitations of other tenants: asked in the transaction that starts. */
  const listUnansweredElsewhere = vi.fn<Deps['invites']['listUnansweredElsewhere']>(() =>
    Promise.resolve([]),
  );
  const deps = {
    ...memory,
    clock: { now: () => NOW },
    random: systemRandom,
    accounts,
    invites: { listUnansweredElsewhere },
  } as unknown as Deps;
  const revoke = () => {
    const key = documentKeys.pendingInvite('acme', UID);
    memory.put(key, { ...memory.peek(key)!, status: 'revoked' } as never);
  };
  return {
    accounts,
    begun,
    /** What was written into the outbox. */
    told: () => Object.keys(memory.dump()).filter((path) => path.startsWith('outbox/')),
    listUnansweredElsewhere,
    revoke,
    redeem: (kind: LinkKind, password: string | null) =>
      redeemInvite(deps, { secret: SECRETS[kind], password }),
  };
}

describe('the first way in', () => {
  it('writes down that an account has begun before any password is set, and that its owner is told [PROOF-02, NOTICE-04]', async () => {
    const { accounts, begun, redeem, told } = world();
    const seen: unknown[] = [];
    accounts.setPassword.mockImplementation(() => Promise.resolve(void seen.push(begun())));
    await redeem('handover', 'a new password');
    expect(seen).toMatchObject([{ by: 'handover', tenantId: 'acme' }]);
    expect(told()).toHaveLength(1);
  });

  it('gives the account free again where Firebase does not take the password [PROOF-02]', async () => {
    const { accounts, begun, redeem } = world();
    accounts.setPassword.mockRejectedValueOnce(new Error('no answer'));
    await expect(redeem('handover', 'a new password')).rejects.toThrow('no answer');
    expect(begun()).toBeNull();
    expect(await redeem('handover', 'a new password')).toMatchObject({ way: 'set-password' });
    expect(begun()).toMatchObject({ by: 'handover' });
  });

  it('writes nothing down where Firebase gives no code for the mailed link [PROOF-02]', async () => {
    const { accounts, begun, redeem } = world();
    accounts.passwordResetCode.mockRejectedValueOnce(new Error('no answer'));
    await expect(redeem('mail', null)).rejects.toThrow('no answer');
    expect(begun()).toBeNull();
    expect(await redeem('mail', null)).toMatchObject({ way: 'password-reset', code: 'code' });
    expect(begun()).toMatchObject({ by: 'mail', tenantId: 'acme' });
  });

  it('is decided again where it is written down: what was taken back meanwhile starts nothing [LINK-13]', async () => {
    const { accounts, begun, redeem, revoke } = world();
    accounts.passwordResetCode.mockImplementationOnce(() => {
      revoke();
      return Promise.resolve('code');
    });
    await expect(redeem('mail', null)).rejects.toThrow('invite/revoked');
    expect(begun()).toBeNull();
  });

  it('asks in that transaction whether another tenant has invited the person: then the link starts nothing [LINK-13]', async () => {
    const { accounts, begun, listUnansweredElsewhere, redeem } = world();
    const elsewhere = { expiresAt: { toMillis: () => TOMORROW.getTime() } } as PendingInviteDocument;
    listUnansweredElsewhere.mockResolvedValueOnce([elsewhere]);
    expect(await redeem('handover', 'a new password')).toMatchObject({ way: 'check-mail' });
    expect(listUnansweredElsewhere).toHaveBeenCalledOnce();
    expect(accounts.setPassword).not.toHaveBeenCalled();
    expect(begun()).toBeNull();
  });

  it('leaves an account as somebody else began it meanwhile, and tells them no code [FIRST-15]', async () => {
    const { accounts, begun, redeem } = world();
    accounts.passwordResetCode.mockImplementationOnce(async () => {
      await redeem('handover', 'a new password');
      return 'code';
    });
    expect(await redeem('mail', null)).toMatchObject({ way: 'sign-in', code: null });
    expect(begun()).toMatchObject({ by: 'handover' });
  });

  it('refuses the second of two passwords that come at the same moment [FIRST-15]', async () => {
    const { accounts, redeem } = world();
    const outcomes = await Promise.allSettled([
      redeem('handover', 'first one'),
      redeem('handover', 'second one'),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(accounts.setPassword).toHaveBeenCalledOnce();
  });
});
