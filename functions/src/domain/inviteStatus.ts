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

/** @returns the state that follows, or undefined where the event cannot happen now. */
export function nextStatus(from: InviteStatus, event: InviteEvent): InviteStatus | undefined {
  return TRANSITIONS[from][event];
}

/** What of an invitation says where it stands. */
export type Ending = Pick<PendingInviteDocument, 'status' | 'expiresAt'>;

/** @returns the true state: past its end a pending invitation is expired, also before the sweep has written that. */
export function statusAt(invite: Ending, now: Date): InviteStatus {
  return invite.status === 'pending' && isPast(invite.expiresAt, now) ? 'expired' : invite.status;
}

/** @returns whether the invitation still waits for its invitee. */
export function isWaiting(invite: Ending, now: Date): boolean {
  return statusAt(invite, now) === 'pending';
}

function isPast(instant: Instant, now: Date): boolean {
  return instant.toMillis() <= now.getTime();
}

/** What the holder of a link, or the invitee, is told of an invitation that does not wait. */
export const ENDED: Readonly<Record<Exclude<LinkStatus, 'pending'>, ErrorCode>> = {
  accepted: 'invite/used',
  declined: 'invite/declined',
  revoked: 'invite/revoked',
  expired: 'invite/expired',
  replaced: 'invite/replaced',
};
