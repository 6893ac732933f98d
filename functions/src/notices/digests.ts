/** What somebody is told once a day, where there is much to tell: collected by day, sent when the day is over. Pure. */
import { documentKeys } from '../contract/documentKeys.ts';
import type { Written } from '../contract/documents.ts';
import type { DigestEntry, NoticeDigestDocument } from '../contract/serverDocuments.ts';
import { hashOf } from '../platform/random.ts';

/** More than anybody reads: the rest is on the page. */
export const DIGEST_ENTRIES_MAX = 50;
const DAY_MILLIS = 24 * 3600_000;
const KEPT_DAYS = 7;

/** @returns the day of UTC that an instant is in, as a number. */
export function digestDay(now: Date): number {
  return Math.floor(now.getTime() / DAY_MILLIS);
}

export function digestKey(receiverUid: string, day: number) {
  return documentKeys.noticeDigest(hashOf('notice digest', receiverUid, String(day)));
}

/** @returns the day's digest with one more entry. Only until its day is over is anything added to it. */
export function withEntry(
  digest: NoticeDigestDocument | undefined,
  receiverUid: string,
  entry: DigestEntry,
  now: Date,
): Written<NoticeDigestDocument> {
  const entries = digest?.entries ?? [];
  const isFull = entries.length >= DIGEST_ENTRIES_MAX;
  const day = digestDay(now);
  return {
    receiverUid,
    entries: isFull ? entries : [...entries, entry],
    more: (digest?.more ?? 0) + (isFull ? 1 : 0),
    dueAt: new Date((day + 1) * DAY_MILLIS),
    expireAt: new Date((day + KEPT_DAYS) * DAY_MILLIS),
  };
}
