/** How often and how soon an invitation may be sent again. Pure. */
import type { PendingInviteDocument } from '../contract/documents.ts';
import { RESEND_COOLDOWN_MINUTES, RESENDS_MAX } from '../contract/limits.ts';

/** @returns from when on it may be sent again, in milliseconds: 0 for at once; null where that was done often enough. */
export function nextResendAt({ resends }: Pick<PendingInviteDocument, 'resends'>): number | null {
  const { count, lastAt } = resends;
  if (count >= RESENDS_MAX) return null;
  return lastAt === null ? 0 : lastAt.toMillis() + RESEND_COOLDOWN_MINUTES * 60_000;
}
