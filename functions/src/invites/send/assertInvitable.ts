/** Who cannot be invited, and when there is no room: a clear refusal each. Pure but for what it throws. */
import type { PendingInviteDocument, TenantSettingsDocument } from '../../contract/documents.ts';
import { DECLINED_REST_DAYS, PENDING_INVITES_MAX } from '../../contract/limits.ts';
import { DomainError } from '../../platform/DomainError.ts';
import { nextStatus, statusAt } from '../../domain/inviteStatus.ts';
import type { Invitee } from './invitee.ts';

/** @throws invite/self, invite/owner, invite/already-member, invite/already-invited, invite/declined-recently. */
export function assertInvitable(
  { account, invite, membership }: Pick<Invitee, 'invite' | 'membership'> & { account: { uid: string } },
  { callerUid, isHrx, ownerUid, now }: { callerUid: string; isHrx: boolean; ownerUid: string; now: Date },
): void {
  if (account.uid === callerUid) throw new DomainError('invite/self');
  if (account.uid === ownerUid) throw new DomainError('invite/owner');
  if (membership && membership.state !== 'invited') throw new DomainError('invite/already-member');
  // Past its end it is expired, whatever is written there, and a new one may follow.
  if (invite && nextStatus(statusAt(invite, now), 'invite') === undefined) {
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

/** @returns how many places a new invitation takes over from an ended one that nobody has cleared away yet. */
export function freedByReplacing(invite: Pick<PendingInviteDocument, 'status'> | undefined): 0 | 1 {
  return invite?.status === 'pending' ? 1 : 0;
}

/** @throws invite/too-many-pending, limits/seats. */
export function assertRoom(
  settings: Pick<TenantSettingsDocument, 'pendingInvites' | 'seatLimit' | 'seatsUsed'>,
  freed: 0 | 1,
): void {
  if (settings.pendingInvites - freed >= PENDING_INVITES_MAX)
    throw new DomainError('invite/too-many-pending');
  if (settings.seatLimit !== null && settings.seatsUsed - freed >= settings.seatLimit) {
    throw new DomainError('limits/seats');
  }
}
