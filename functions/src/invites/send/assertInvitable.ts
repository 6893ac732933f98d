/** Who cannot be invited, and when there is no room: a clear refusal each. Pure but for what it throws. */
import type { PendingInviteDocument } from '../../contract/documents.ts';
import { DECLINED_REST_DAYS } from '../../contract/limits.ts';
import { DomainError } from '../../platform/DomainError.ts';
import { hasJoined } from '../../domain/memberState.ts';
import { nextStatus } from '../../domain/inviteStatus.ts';
import type { SeatMove } from '../../tenants/seats.ts';
import type { Invitee } from './readInvitee.ts';

/** @throws invite/self, invite/owner, invite/already-member, invite/already-invited, invite/declined-recently. */
export function assertInvitable(
  { account, invite, membership }: Pick<Invitee, 'invite' | 'membership'> & { account: { uid: string } },
  {
    callerUid,
    isHrx,
    ownerUid,
    now,
  }: { callerUid: string; isHrx: boolean; ownerUid: string | null; now: Date },
): void {
  if (account.uid === callerUid) throw new DomainError('invite/self');
  if (account.uid === ownerUid) throw new DomainError('invite/owner');
  if (membership && hasJoined(membership)) throw new DomainError('invite/already-member');
  // Past its end it is expired, whatever is written there, and a new one may follow.
  if (invite && nextStatus(invite, 'invite', now) === undefined) {
    throw new DomainError('invite/already-invited');
  }
  if (invite && !isHrx) assertRested(invite, now);
}

/** Who has declined is left in peace by that tenant for a while. */
function assertRested({ status, declinedAt }: PendingInviteDocument, now: Date): void {
  if (status !== 'declined' || declinedAt === null) return;
  const restMillis = declinedAt.toMillis() + DECLINED_REST_DAYS * 24 * 3600_000 - now.getTime();
  if (restMillis <= 0) return;
  const retryAfterSeconds = Math.ceil(restMillis / 1000);
  throw new DomainError('invite/declined-recently', { details: { retryAfterSeconds } });
}

/**
 * @param corrects whatever stands for an invitation that ends in the same transaction.
 * @returns what a new invitation does to the tenant's seats: it takes over the seat of an expired one that nobody has
 *   ended, and of the one that it corrects.
 */
export function seatMovesOf(
  invite: Pick<PendingInviteDocument, 'status'> | undefined,
  corrects?: object,
): SeatMove[] {
  const freed = [corrects, invite?.status === 'pending' ? invite : undefined].filter((each) => each);
  return [...freed.map(() => 'release' as const), 'reserve'];
}
