/** An invitation's life: its states, what moves it from one to the next, and when it ends by itself. Pure. */
import type { Instant, PendingInviteDocument } from '../contract/documents.ts';
import type { ErrorCode } from '../contract/errors.ts';
import type { InviteStatus, LinkStatus } from '../contract/statuses.ts';

export const INVITE_EVENTS = ['invite', 'accept', 'decline', 'revoke', 'expire'] as const;
export type InviteEvent = (typeof INVITE_EVENTS)[number];

/** Every move there is. An ended invitation comes back only by a new one, under a new `inviteId`. */
const TRANSITIONS: Readonly<Record<InviteStatus, Partial<Record<InviteEvent, InviteStatus>>>> = {
  pending: { accept: 'accepted', decline: 'declined', revoke: 'revoked', expire: 'expired' },
  accepted: { invite: 'pending' },
  declined: { invite: 'pending' },
  revoked: { invite: 'pending' },
  expired: { invite: 'pending' },
};

/** What of an invitation says where it stands. */
export type InviteEnd = Pick<PendingInviteDocument, 'status' | 'expiresAt'>;

/** @returns whether the invitation's time is over. The one rule of what "expired" means. */
export function isPastEnd({ expiresAt }: { expiresAt: Instant }, now: Date): boolean {
  return expiresAt.toMillis() <= now.getTime();
}

/** @returns the true state: past its end a pending invitation is expired, also before the sweep has written that. */
export function statusAt(invite: InviteEnd, now: Date): InviteStatus {
  return invite.status === 'pending' && isPastEnd(invite, now) ? 'expired' : invite.status;
}

/** @returns whether the invitation can still be accepted. */
export function isOpen(invite: InviteEnd, now: Date): boolean {
  return statusAt(invite, now) === 'pending';
}

/** @returns whether the invitation has expired and nobody has written that yet. */
export function isExpiryDue(invite: InviteEnd, now: Date): boolean {
  return invite.status === 'pending' && isPastEnd(invite, now);
}

/**
 * @returns the state that follows, or undefined where the event cannot happen now. Every event starts from the true state,
 *   but for `expire`, which writes down what is true already: it starts from what is stored, once the time is over.
 */
export function nextStatus(invite: InviteEnd, event: InviteEvent, now: Date): InviteStatus | undefined {
  if (event === 'expire' && !isExpiryDue(invite, now)) return undefined;
  return TRANSITIONS[event === 'expire' ? invite.status : statusAt(invite, now)][event];
}

/** What the holder of a link, or the invitee, is told of an invitation that is no longer open. */
export const ENDED: Readonly<Record<Exclude<LinkStatus, 'pending'>, ErrorCode>> = {
  accepted: 'invite/used',
  declined: 'invite/declined',
  revoked: 'invite/revoked',
  expired: 'invite/expired',
  replaced: 'invite/replaced',
};
