/** The same call again, by its `idempotencyKey`: it gets the same answer, and nothing is done a second time. */
import { documentKeys } from '../contract/documentKeys.ts';
import type { Written } from '../contract/documents.ts';
import type { IdempotencyDocument, RepeatableAnswer } from '../contract/serverDocuments.ts';
import type { Caller } from './authenticate.ts';
import { DomainError } from './DomainError.ts';
import { hashOf } from './random.ts';
import type { Tx } from './transaction.ts';

/** How long an answer is kept: far longer than any client tries. */
const KEPT_HOURS = 24;

export interface Repetition {
  key: ReturnType<typeof documentKeys.idempotency>;
  requestHash: string;
}

/** @returns where the answer to this call is kept, or null where the caller gave no key. */
export function repetitionOf(
  caller: Caller,
  callable: string,
  request: { idempotencyKey?: string | null | undefined },
): Repetition | null {
  const { idempotencyKey, ...rest } = request;
  if (!idempotencyKey) return null;
  return {
    key: documentKeys.idempotency(hashOf(caller.uid, callable, idempotencyKey)),
    requestHash: hashOf(JSON.stringify(rest)),
  };
}

/**
 * @param stored what the transaction read at the repetition's key.
 * @returns the answer that was given, or undefined the first time.
 * @throws request/key-reused where the key came with another request.
 */
export function answerGiven(
  repetition: Repetition | null,
  stored: IdempotencyDocument | undefined,
  now: Date,
): RepeatableAnswer | undefined {
  // Firestore's TTL takes up to a day longer.
  if (!repetition || !stored || stored.expireAt.toMillis() <= now.getTime()) return undefined;
  if (stored.requestHash !== repetition.requestHash) throw new DomainError('request/key-reused');
  return stored.answer;
}

export function keepAnswer(
  tx: Tx,
  repetition: Repetition | null,
  answer: Written<RepeatableAnswer>,
  now: Date,
): void {
  if (!repetition) return;
  const expireAt = new Date(now.getTime() + KEPT_HOURS * 3600_000);
  const document: Written<IdempotencyDocument> = { requestHash: repetition.requestHash, answer, expireAt };
  tx.set(repetition.key, document);
}
