import type { ChipProps } from '@mui/material/Chip';
import type { PendingInviteDocument } from '../../../../functions/src/contract/documents.ts';
import type { InviteStatus, MailState } from '../../../../functions/src/contract/statuses.ts';
import { statusAt } from '../../../../functions/src/domain/inviteStatus.ts';
import { agoInWords, relativeInWords } from '../../shared/words/timeInWords.ts';

interface Worded {
  label: string;
  color: NonNullable<ChipProps['color']>;
}

export const STATUS_WORDS: Readonly<Record<InviteStatus, Worded>> = {
  pending: { label: 'Pending', color: 'info' },
  accepted: { label: 'Accepted', color: 'success' },
  declined: { label: 'Declined', color: 'warning' },
  revoked: { label: 'Revoked', color: 'default' },
  expired: { label: 'Expired', color: 'default' },
};

const MAIL_WORDS: Readonly<Record<MailState, string>> = {
  queued: 'Sending',
  deferred: 'Delayed',
  sent: 'Sent',
  held: 'Not sent',
  failed: 'Not delivered',
  delivered: 'Delivered',
  bounced: 'Not delivered',
  complained: 'Marked as spam',
};

const HELD = 'This email address has reached the limit of emails for today.';

/** @returns how the mail fares, and what there is to know about it: after a failure the mail server's own words. */
export function mailInWords({ mail }: Pick<PendingInviteDocument, 'mail'>): {
  label: string;
  detail: string | null;
} {
  return { label: MAIL_WORDS[mail.state], detail: mail.state === 'held' ? HELD : mail.error };
}

/** @returns whether the mail will not be read: somebody has to do something about it. */
export function isUndelivered({ mail }: Pick<PendingInviteDocument, 'mail'>): boolean {
  return mail.state === 'failed' || mail.state === 'bounced';
}

/** @returns when it ends or ended by itself: "in 6 days", "2 days ago"; a dash where it was answered or taken back. */
export function expiryInWords(invite: PendingInviteDocument, now: number): string {
  const status = statusAt(invite, new Date(now));
  const waits = status === 'pending' || status === 'expired';
  return waits ? relativeInWords(invite.expiresAt.toMillis(), now) : '–';
}

/** @returns how long ago it was answered or taken back, or null where it was not. */
export function answeredInWords(invite: PendingInviteDocument, now: number): string | null {
  const { status, acceptedAt, declinedAt, revokedAt } = invite;
  const at = { accepted: acceptedAt, declined: declinedAt, revoked: revokedAt, pending: null, expired: null }[
    status
  ];
  return at && agoInWords(at.toMillis(), now);
}

/** @returns the invited person's name. */
export function nameOf({
  firstName,
  lastName,
}: Pick<PendingInviteDocument, 'firstName' | 'lastName'>): string {
  return `${firstName} ${lastName}`;
}
