import type { ChipProps } from '@mui/material/Chip';
import type { PendingInviteDocument } from '../../../../functions/src/contract/documents.ts';
import {
  MAIL_PROBLEMS,
  type EndRule,
  type InviteStatus,
  type MailState,
} from '../../../../functions/src/contract/statuses.ts';
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
  queued: 'Sending the email',
  deferred: 'Email delayed',
  sent: 'Email sent',
  held: 'Email not sent',
  failed: 'Email not delivered',
  delivered: 'Email delivered',
  bounced: 'Email not delivered',
  complained: 'Email marked as spam',
};

const HELD = 'this address has reached the limit of emails for today';

/** Why an invitation was ended by a rule of ours. */
const END_RULE_WORDS: Readonly<Record<EndRule, string>> = {
  inviter_lost_right: 'The person who sent it can no longer give this role.',
  address_corrected: 'The email address was corrected.',
};

/** @returns how the mail fares, and what there is to know about it: after a failure the mail server's own words. */
export function mailInWords({ mail }: Pick<PendingInviteDocument, 'mail'>): string {
  const detail = mail.state === 'held' ? HELD : mail.error;
  return detail === null ? MAIL_WORDS[mail.state] : `${MAIL_WORDS[mail.state]}: ${detail}`;
}

/** @returns whether the mail will not be read: somebody has to do something about it. */
export function isUndelivered({ mail }: Pick<PendingInviteDocument, 'mail'>): boolean {
  return mail.state === 'failed' || mail.state === 'bounced' || mail.state === 'complained';
}

/** @returns a reason as it was typed, or a rule of ours in words. */
export function reasonInWords(reason: string): string {
  return Object.hasOwn(END_RULE_WORDS, reason) ? END_RULE_WORDS[reason as EndRule] : `“${reason}”`;
}

/** @returns when it ends or ended by itself: "in 6 days", "2 days ago"; a dash where it was answered or taken back. */
export function expiryInWords(invite: PendingInviteDocument, now: number): string {
  const status = statusAt(invite, new Date(now));
  const waits = status === 'pending' || status === 'expired';
  return waits ? relativeInWords(invite.expiresAt.toMillis(), now) : '–';
}

/** @returns the last thing that is worth knowing of an invitation, in one line. */
export function newsInWords(invite: PendingInviteDocument, now: number): string {
  const ago = (at: { toMillis: () => number } | null) => (at ? agoInWords(at.toMillis(), now) : '');
  const because = (reason: string | null) => (reason === null ? '' : `: ${reasonInWords(reason)}`);
  switch (statusAt(invite, new Date(now))) {
    case 'accepted':
      return `Joined ${ago(invite.acceptedAt)}`;
    case 'declined':
      return `${sentence(ago(invite.declinedAt))}${because(invite.declinedReason)}`;
    case 'revoked':
      return `${sentence(ago(invite.revokedAt))}${because(invite.revokedReason)}`;
    case 'expired':
      return invite.openedAt ? `Opened ${ago(invite.openedAt)}, never answered` : 'Never opened';
    case 'pending':
      return pendingNews(invite, ago);
  }
}

function pendingNews(
  invite: PendingInviteDocument,
  ago: (at: PendingInviteDocument['openedAt']) => string,
): string {
  if (MAIL_PROBLEMS.includes(invite.mail.state)) return mailInWords(invite);
  if (invite.openedAt) return `Opened ${ago(invite.openedAt)}`;
  if (invite.remindedAt) return `Reminded ${ago(invite.remindedAt)}`;
  if (invite.resends.lastAt) return `Resent ${ago(invite.resends.lastAt)}`;
  return mailInWords(invite);
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** @returns the invited person's name. Some time after the end it is erased, with the address. */
export function nameOf({
  firstName,
  lastName,
}: Pick<PendingInviteDocument, 'firstName' | 'lastName'>): string {
  return `${firstName} ${lastName}`.trim() || 'Name and email deleted';
}
