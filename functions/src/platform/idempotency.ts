/** The same call again, by its `idempotencyKey`: it gets the same answer, and nothing is done a second time. */
import { documentKeys } from '../contract/documentKeys.ts';
import type { Written } from '../contract/documents.ts';
import type { IdempotencyDocument } from '../contract/serverDocuments.ts';
import type { Caller } from './authenticate.ts';
import { DomainError } from './DomainError.ts';
import { hashOf } from './random.ts';
import type { Tx } from './transaction.ts';

/** How long an answer is kept: far longer than any client tries. */
const KEPT_HOURS = 24;

/** Where the answer to one call is kept. */
export interface IdempotencySlot {
  key: ReturnType<typeof documentKeys.idempotency>;
  requestHash: string;
}

/** @returns where the answer to this call is kept, or null where the caller gave no key. */
export function idempotencySlot(
  caller: Caller,
  callable: string,
  request: Readonly<Record<string, unknown>>,
): IdempotencySlot | null {
  const { idempotencyKey, ...rest } = request;
  if (typeof idempotencyKey !== 'string') return null;
  return {
    key: documentKeys.idempotency(hashOf(caller.uid, callable, idempotencyKey)),
    requestHash: hashOf(JSON.stringify(rest)),
  };
}

/**
 * @param stored what the transaction read at the slot's key. Its answer is of the callable that is hashed into the key.
 * @returns the answer that was given, as it was kept, or undefined the first time.
 * @throws request/key-reused where the key came with another request.
 */
export function keptAnswer(
  slot: IdempotencySlot | null,
  stored: IdempotencyDocument | undefined,
  now: Date,
): object | undefined {
  // Firestore's TTL takes up to a day longer.
  if (!slot || !stored || stored.expireAt.toMillis() <= now.getTime()) return undefined;
  if (stored.requestHash !== slot.requestHash) throw new DomainError('request/key-reused');
  return stored.answer;
}

/** Keeps what the same answer can be made of again: never a link or a secret. */
export function keepAnswer(tx: Tx, slot: IdempotencySlot | null, answer: object, now: Date): void {
  if (!slot) return;
  const expireAt = new Date(now.getTime() + KEPT_HOURS * 3600_000);
  const document: Written<IdempotencyDocument> = { requestHash: slot.requestHash, answer, expireAt };
  tx.set(slot.key, document);
}
