/** How many mails one address gets in a day: from one tenant, and in all. Pure. */
import { documentKeys } from '../contract/documentKeys.ts';
import type { Written } from '../contract/documents.ts';
import { MAILS_A_DAY_FROM_TENANT, MAILS_A_DAY_TO_ADDRESS } from '../contract/limits.ts';
import type { RateLimitDocument } from '../contract/serverDocuments.ts';
import { takeFromWindow } from '../limits/slidingWindow.ts';
import { hashOf } from '../platform/random.ts';

const DAY_SECONDS = 24 * 3600;

export interface MailCaps<Bucket> {
  fromTenant: Bucket;
  inAll: Bucket;
}

/** @returns where the two counters of an address are. Their ids are hashes: nobody reads an address out of them. */
export function mailCapKeys(tenantId: string, email: string) {
  return {
    fromTenant: documentKeys.rateLimit(hashOf('mails from tenant', tenantId, email)),
    inAll: mailsInAllKey(email),
  };
}

/** @returns the one counter of an address that every mail of ours goes into. */
export function mailsInAllKey(email: string) {
  return documentKeys.rateLimit(hashOf('mails in all', email));
}

/** @returns it with this mail counted, or undefined where it is full. */
export function takeMailInAll(
  bucket: RateLimitDocument | undefined,
  now: Date,
): Written<RateLimitDocument> | undefined {
  return take(bucket, MAILS_A_DAY_TO_ADDRESS, now);
}

/** @returns both counters with this mail counted, or undefined where one of them is full. */
export function takeMail(
  caps: MailCaps<RateLimitDocument | undefined>,
  now: Date,
): MailCaps<Written<RateLimitDocument>> | undefined {
  const fromTenant = take(caps.fromTenant, MAILS_A_DAY_FROM_TENANT, now);
  const inAll = takeMailInAll(caps.inAll, now);
  return fromTenant && inAll && { fromTenant, inAll };
}

function take(
  bucket: RateLimitDocument | undefined,
  max: number,
  now: Date,
): Written<RateLimitDocument> | undefined {
  const taken = takeFromWindow(bucket?.takenAt ?? [], { max, windowSeconds: DAY_SECONDS }, now);
  if (!taken.allowed) return undefined;
  return { takenAt: taken.takenAt, expireAt: new Date(now.getTime() + DAY_SECONDS * 1000) };
}
