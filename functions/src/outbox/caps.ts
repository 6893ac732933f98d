/** How many mails one address gets in a day: from one tenant, in all, and asked for by anybody. Pure. */
import { documentKeys } from '../contract/documentKeys.ts';
import type { Written } from '../contract/documents.ts';
import {
  MAILS_A_DAY_ASKED_BY_ANYBODY,
  MAILS_A_DAY_FROM_TENANT,
  MAILS_A_DAY_TO_ADDRESS,
} from '../contract/limits.ts';
import type { RateLimitDocument } from '../contract/serverDocuments.ts';
import { takeFromWindow } from '../limits/slidingWindow.ts';
import { hashOf } from '../platform/random.ts';
import type { Cap } from './outboxKind.ts';

const DAY_SECONDS = 24 * 3600;

/** @returns the shares that a mail of a tenant goes into. The ids are hashes: nobody reads an address out of them. */
export function tenantCaps(tenantId: string, email: string): Cap[] {
  const fromTenant = documentKeys.rateLimit(hashOf('mails from tenant', tenantId, email));
  return [
    { key: fromTenant, max: MAILS_A_DAY_FROM_TENANT },
    { key: mailsInAllKey(email), max: MAILS_A_DAY_TO_ADDRESS },
  ];
}

/** @returns the share of what anybody can have sent to the address: another one, so that nobody is silenced by it. */
export function askedByAnybodyCaps(email: string): Cap[] {
  return [{ key: mailsAskedByAnybodyKey(email), max: MAILS_A_DAY_ASKED_BY_ANYBODY }];
}

export function mailsInAllKey(email: string) {
  return documentKeys.rateLimit(hashOf('mails in all', email));
}

export function mailsAskedByAnybodyKey(email: string) {
  return documentKeys.rateLimit(hashOf('mails asked by anybody', email));
}

export type Room =
  | { isFull: false; counted: (Pick<Cap, 'key'> & { bucket: Written<RateLimitDocument> })[] }
  /** When there is room in all of them. */
  | { isFull: true; freeAt: Date };

/** @returns each bucket with one more, or when that is possible. `buckets` are those of `caps`, in their order. */
export function takeRoom(
  caps: readonly Cap[],
  buckets: readonly (RateLimitDocument | undefined)[],
  now: Date,
): Room {
  const expireAt = after(now, DAY_SECONDS);
  let wait = 0;
  const counted = caps.flatMap(({ key, max }, index) => {
    const taken = takeFromWindow(buckets[index]?.takenAt ?? [], { max, windowSeconds: DAY_SECONDS }, now);
    if (taken.allowed) return [{ key, bucket: { takenAt: taken.takenAt, expireAt } }];
    wait = Math.max(wait, taken.retryAfterSeconds);
    return [];
  });
  return wait > 0 ? { isFull: true, freeAt: after(now, wait) } : { isFull: false, counted };
}

function after(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}
