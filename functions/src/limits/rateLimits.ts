/** The limits in time, their buckets, and what is told to who reaches them. */
import { documentKeys } from '../contract/documentKeys.ts';
import type { Written } from '../contract/documents.ts';
import type { ErrorCode } from '../contract/errors.ts';
import {
  INVITES_A_MINUTE,
  INVITES_A_MINUTE_HRX,
  LINKS_A_MINUTE,
  MISSES_A_MINUTE,
  RECOVERIES_A_MINUTE,
  REFUSALS_A_MINUTE,
  REPORTS_A_MINUTE,
  WRONG_ADDRESSES_MINUTES,
  WRONG_ADDRESSES_OF_LINK,
} from '../contract/limits.ts';
import type { RateLimitDocument } from '../contract/serverDocuments.ts';
import { DomainError } from '../platform/DomainError.ts';
import { hashOf } from '../platform/random.ts';
import { takeFromWindow, type WindowLimit } from './slidingWindow.ts';

interface NamedLimit extends WindowLimit {
  refusal: ErrorCode;
}

export const INVITES_LIMIT: NamedLimit = {
  max: INVITES_A_MINUTE,
  windowSeconds: 60,
  refusal: 'limits/invites',
};
export const HRX_INVITES_LIMIT: NamedLimit = { ...INVITES_LIMIT, max: INVITES_A_MINUTE_HRX };
export const REFUSALS_LIMIT: NamedLimit = {
  max: REFUSALS_A_MINUTE,
  windowSeconds: 60,
  refusal: 'limits/refusals',
};

export const RECOVERIES_LIMIT: NamedLimit = {
  max: RECOVERIES_A_MINUTE,
  windowSeconds: 60,
  refusal: 'limits/recoveries',
};

export const LINKS_LIMIT: NamedLimit = { max: LINKS_A_MINUTE, windowSeconds: 60, refusal: 'limits/links' };

/** Misses of one network at what anybody may call: secrets that never were one. */
export const MISSES_LIMIT: NamedLimit = {
  max: MISSES_A_MINUTE,
  windowSeconds: 60,
  refusal: 'limits/misses',
};

export const WRONG_ADDRESSES_LIMIT: NamedLimit = {
  max: WRONG_ADDRESSES_OF_LINK,
  windowSeconds: WRONG_ADDRESSES_MINUTES * 60,
  refusal: 'limits/addresses',
};

export const REPORTS_LIMIT: NamedLimit = {
  max: REPORTS_A_MINUTE,
  windowSeconds: 60,
  refusal: 'limits/reports',
};

type BucketName =
  | 'fresh link of'
  | 'invites'
  | 'links'
  | 'misses'
  | 'recoveries'
  | 'refusals'
  | 'reports'
  | 'reset of'
  | 'sign-in link of'
  | 'wrong addresses';

/** @returns where the bucket of one person, network or address is. The id is a hash: nobody reads out of it who was counted. */
export function bucketKey(name: BucketName, who: string) {
  return documentKeys.rateLimit(hashOf(name, who));
}

/**
 * @param bucket what the transaction read.
 * @returns the bucket to write, with this one counted.
 * @throws the limit's refusal, with `retryAfterSeconds`.
 */
export function takeOne(
  bucket: RateLimitDocument | undefined,
  limit: NamedLimit,
  now: Date,
): Written<RateLimitDocument> {
  const taken = takeFromWindow(bucket?.takenAt ?? [], limit, now);
  if (!taken.allowed) {
    throw new DomainError(limit.refusal, { details: { retryAfterSeconds: taken.retryAfterSeconds } });
  }
  return { takenAt: taken.takenAt, expireAt: new Date(now.getTime() + limit.windowSeconds * 1000) };
}
