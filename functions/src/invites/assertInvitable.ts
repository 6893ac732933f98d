/** Who cannot be invited, and when there is no room: a clear refusal each. Pure but for what it throws. */
import type { PendingInviteDocument, TenantSettingsDocument } from '../contract/documents.ts';
import { PENDING_INVITES_MAX } from '../contract/limits.ts';
import { DomainError } from '../platform/DomainError.ts';
import { nextStatus, statusAt } from './invite.ts';
import type { Invitee } from './invitee.ts';

/** @throws invite/self, invite/owner, invite/already-member, invite/already-invited. */
export function assertInvitable(
  { account, invite, member }: Pick<Invitee, 'invite' | 'member'> & { account: { uid: string } },
  { callerUid, ownerUid, now }: { callerUid: string; ownerUid: string; now: Date },
): void {
  if (account.uid === callerUid) throw new DomainError('invite/self');
  if (account.uid === ownerUid) throw new DomainError('invite/owner');
  if (member && member.state !== 'invited') throw new DomainError('invite/already-member');
  // Past its end it is expired, whatever is written there, and a new one may follow.
  if (invite && nextStatus(statusAt(invite, now), 'invite') === undefined) {
    throw new DomainError('invite/already-invited');
  }
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
