import { describe, expect, it, vi } from 'vitest';
import { documentKeys } from '../../contract/documentKeys.ts';
import { linkDocumentKeys, linkKeyOf } from '../links/linkDocuments.ts';
import type { Deps } from '../../deps.ts';
import { memoryTransactions } from '../../testing/memoryTransactions.ts';
import { testAccount } from '../../testing/testAccount.ts';
import { openLink } from '../links/openLink.ts';
import { reclaimByMail } from './reclaimByMail.ts';

const NOW = new Date('2026-11-22T14:00:00Z');
const TOMORROW = new Date(NOW.getTime() + 24 * 3600_000);
const SECRET = 'aa'.repeat(32);
const INVITE = documentKeys.pendingInvite('acme', 'una');

/** An unproven account from before, and what a request has read of it before anybody else comes. */
async function world() {
  const memory = memoryTransactions();
  const account = testAccount({
    uid: 'una',
    email: 'una@people.example',
    providers: ['password'],
  });
  const before = { ...account };
  const ids = { tenantId: 'acme', uid: 'una', inviteId: 'i1', generation: 1 };
  memory.put(INVITE, {
    ...ids,
    email: account.email,
    status: 'pending',
    expiresAt: TOMORROW,
    role: 'Worker',
    securityLevel: '2',
    permissions: [],
  } as never);
  memory.put(documentKeys.tenantSettings('acme'), { handoverLinks: true } as never);
  const link = { keyId: 'k1', nonce: 'mail' };
  memory.put(linkDocumentKeys.secrets('acme', 'una'), {
    generation: 1,
    links: { mail: link, handover: link },
  });
  memory.put(linkKeyOf(SECRET), { ...ids, kind: 'mail', nonce: 'mail', expireAt: TOMORROW });
  const reclaim = vi.fn(() => {
    account.emailVerified = true;
    return Promise.resolve();
  });
  const deps = {
    ...memory,
    clock: { now: () => NOW },
    random: { hex: () => 'holder' },
    sleep: () => Promise.resolve(),
    accounts: { findByUid: () => Promise.resolve({ ...account }), reclaim },
  } as unknown as Deps;
  const opened = await openLink(memory.reads, SECRET, NOW);
  return {
    account,
    reclaim,
    change: (change: object) => memory.put(INVITE, { ...memory.peek(INVITE)!, ...change }),
    stored: () => memory.peek(documentKeys.user('una')),
    takeOver: (password: string) => reclaimByMail(deps, { secret: SECRET, password }, before, opened),
  };
}

describe('reclaiming by a mailed link', () => {
  it('writes down that the account has begun by mail, and is proven', async () => {
    const una = await world();
    expect(await una.takeOver('a new password')).toMatchObject({ way: 'set-password' });
    expect(una.stored()).toMatchObject({
      begun: { by: 'mail', tenantId: 'acme' },
      addressProven: { email: 'una@people.example' },
    });
  });

  it('takes no second password from who asked before the first was set [FIRST-06]', async () => {
    const una = await world();
    await una.takeOver('a new password');
    await expect(una.takeOver('another password')).rejects.toThrow('invite/password-not-taken');
    expect(una.reclaim).toHaveBeenCalledOnce();
  });

  it.each([
    ['its invitation was taken back', { status: 'revoked' }, 'invite/revoked'],
    ['its invitation has ended', { expiresAt: NOW }, 'invite/expired'],
    ['it was invited anew', { inviteId: 'i2' }, 'invite/replaced'],
  ])('does nothing where %s meanwhile [FIRST-06]', async (_what, change, code) => {
    const una = await world();
    una.change(change);
    await expect(una.takeOver('a new password')).rejects.toThrow(code);
    expect(una.reclaim).not.toHaveBeenCalled();
  });

  it('does nothing where the account got another address meanwhile [FIRST-06]', async () => {
    const una = await world();
    una.account.email = 'moved@people.example';
    await expect(una.takeOver('a new password')).rejects.toThrow('invite/wrong-account');
    expect(una.reclaim).not.toHaveBeenCalled();
  });
});
