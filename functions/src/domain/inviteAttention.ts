/** Why somebody should look at an invitation. Pure. */
import type { PendingInviteDocument, Written } from '../contract/documents.ts';
import type { Instant } from '../contract/instants.ts';
import { ENDS_SOON_HOURS, ENDS_SOON_PART } from '../contract/limits.ts';
import type { InviteAttention, MailState } from '../contract/statuses.ts';

const HOUR_MILLIS = 3600_000;

type Dates = Pick<PendingInviteDocument, 'createdAt' | 'expiresAt' | 'resends'>;
type Looked = Dates & Pick<PendingInviteDocument, 'status' | 'openedAt' | 'addressErasedAt'>;

/** What is asked of an invitation, as it was read or as it is to be written. */
export type AttentionFacts = Written<Looked> & { mail: { state: MailState } };

const NOT_DELIVERED: ReadonlySet<MailState> = new Set(['failed', 'bounced', 'complained']);

/** @returns the most urgent reason, or null: of what needs an answer what nobody can answer comes first. */
export function attentionOf(invite: AttentionFacts, now: Date): InviteAttention | null {
  const { status, mail, expiresAt, openedAt, addressErasedAt } = invite;
  const isPast = millis(expiresAt) <= now.getTime();
  if (status === 'expired' || (status === 'pending' && isPast)) return addressErasedAt ? null : 'expired';
  if (status !== 'pending') return null;
  if (NOT_DELIVERED.has(mail.state)) return 'bounced';
  if (endsSoonAt(invite) <= now.getTime()) return 'ends_soon';
  return openedAt ? 'opened' : null;
}

/** @returns from when on its end is near, in milliseconds: a day before, of a short life its last quarter. */
export function endsSoonAt({ createdAt, expiresAt, resends }: Written<Dates>): number {
  const end = millis(expiresAt);
  const began = millis(resends.lastAt ?? createdAt);
  return end - Math.min(ENDS_SOON_HOURS * HOUR_MILLIS, (end - began) * ENDS_SOON_PART);
}

/** @returns what to write as `nearEndAt` with each new end of an invitation. */
export function nearEndOf(
  invite: Pick<Written<Dates>, 'createdAt' | 'expiresAt'> & Partial<Pick<Written<Dates>, 'resends'>>,
): Date {
  return new Date(endsSoonAt({ resends: { count: 0, lastAt: null }, ...invite }));
}

function millis(instant: Date | Instant): number {
  return instant instanceof Date ? instant.getTime() : instant.toMillis();
}
