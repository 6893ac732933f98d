/** The next status of an invitation, for whoever writes one. Pure but for what it throws. */
import type { InviteStatus } from '../../contract/statuses.ts';
import { DomainError } from '../../platform/DomainError.ts';
import { ENDED, nextStatus, statusAt, type InviteEnd, type InviteEvent } from '../../domain/inviteStatus.ts';

/**
 * What every writer of a status asks, in its transaction.
 *
 * @returns the status to write.
 * @throws invite/already-invited while it is open, else the exact state of an invitation that the event cannot move.
 */
export function statusAfter(invite: InviteEnd, event: InviteEvent, now: Date): InviteStatus {
  const next = nextStatus(invite, event, now);
  if (next !== undefined) return next;
  const status = statusAt(invite, now);
  throw new DomainError(status === 'pending' ? 'invite/already-invited' : ENDED[status]);
}
