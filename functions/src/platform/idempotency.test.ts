import { describe, expect, it } from 'vitest';
import { documentKeys } from '../contract/documentKeys.ts';
import type { IdempotencyDocument } from '../contract/serverDocuments.ts';
import { memoryTransactions } from '../testing/memoryTransactions.ts';
import { idempotencySlot, keepAnswer, keptAnswer } from './idempotency.ts';

const adam = { uid: 'adam', authTimeMillis: 0 };
const request = { tenantId: 'acme', uid: 'nina', idempotencyKey: 'a-key-12345678' };
const now = new Date('2026-11-21T12:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3600_000);
const answer = {
  tenantId: 'acme',
  uid: 'nina',
  inviteId: 'i1',
  generation: 1,
  keyId: 'k1',
  nonce: 'n1',
  userExists: false,
  inClaims: true,
  expiresAt: { toMillis: () => 0 },
};

async function kept(): Promise<IdempotencyDocument | undefined> {
  const store = memoryTransactions();
  const slot = idempotencySlot(adam, 'createInviteLink', request);
  await store.transact((tx) => {
    keepAnswer(tx, slot, answer, now);
    return Promise.resolve();
  });
  return store.peek(slot?.key ?? documentKeys.idempotency('none'));
}

describe('the answer to a repeated call', () => {
  it('is kept for a day, for this caller, this callable and this key [DATA-06]', async () => {
    const stored = await kept();
    const slot = idempotencySlot(adam, 'createInviteLink', request);
    expect(keptAnswer(slot, stored, later(23.9))).toMatchObject({ uid: 'nina', nonce: 'n1' });
    expect(keptAnswer(slot, stored, later(24))).toBeUndefined();
    expect(keptAnswer(null, stored, now)).toBeUndefined();
    expect(keptAnswer(slot, undefined, now)).toBeUndefined();
  });

  it('is another one for another caller, callable or key, and its id tells none of them [DATA-06]', () => {
    const paths = [
      idempotencySlot(adam, 'createInviteLink', request),
      idempotencySlot({ ...adam, uid: 'mona' }, 'createInviteLink', request),
      idempotencySlot(adam, 'inviteUser', request),
      idempotencySlot(adam, 'createInviteLink', { ...request, idempotencyKey: 'b-key-12345678' }),
    ].map((slot) => slot?.key.path);
    expect(new Set(paths).size).toBe(4);
    for (const path of paths) expect(path).toMatch(/^idempotency\/[0-9a-f]{64}$/);
  });

  it('is refused to another request with the same key [DATA-06]', async () => {
    const other = { ...request, uid: 'nora' };
    const stored = await kept();
    expect(() => keptAnswer(idempotencySlot(adam, 'createInviteLink', other), stored, now)).toThrow(
      'request/key-reused',
    );
  });

  it('is not kept of a call without a key', () => {
    expect(idempotencySlot(adam, 'createInviteLink', { ...request, idempotencyKey: null })).toBeNull();
  });
});
