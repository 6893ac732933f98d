/** The next status of an invitation, for whoever writes one. Pure but for what it throws. */
import type { InviteStatus } from '../../contract/statuses.ts';
import { DomainError } from '../../platform/DomainError.ts';
import { ENDED, nextStatus, statusAt, type Ending, type InviteEvent } from '../../domain/inviteStatus.ts';

/**
 * What every writer of a status asks, in its transaction.
 *
 * @returns the status to write.
 * @throws invite/already-invited while it waits, else the exact state of an invitation that the event cannot move.
 */
export function statusAfter(invite: Ending, event: InviteEvent, now: Date): InviteStatus {
  const status = statusAt(invite, now);
  const next = nextStatus(status, event);
  if (next !== undefined) return next;
  throw new DomainError(status === 'pending' ? 'invite/already-invited' : ENDED[status]);
}
