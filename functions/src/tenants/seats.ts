/** The seats of a tenant and its open invitations: the one place that counts them. */
import { documentKeys } from '../contract/documentKeys.ts';
import type { TenantSettingsDocument } from '../contract/documents.ts';
import { PENDING_INVITES_MAX } from '../contract/limits.ts';
import { DomainError } from '../platform/DomainError.ts';
import type { Tx } from '../platform/transaction.ts';

export type Seats = Pick<TenantSettingsDocument, 'seatsUsed' | 'pendingInvites'>;

/** What happens to a seat, and what each does to the counts. */
const MOVES = {
  /** An invitation keeps one free for its invitee. */
  reserve: { seatsUsed: 1, pendingInvites: 1 },
  /** An invitation ended without an acceptance. */
  release: { seatsUsed: -1, pendingInvites: -1 },
  /** An invitee accepted: the reserved seat is theirs. */
  convert: { seatsUsed: 0, pendingInvites: -1 },
  /** Somebody is a member without an invitation. */
  occupy: { seatsUsed: 1, pendingInvites: 0 },
  /** A member left or was removed. A suspended one keeps the seat. */
  vacate: { seatsUsed: -1, pendingInvites: 0 },
} as const satisfies Record<string, Seats>;

export type SeatMove = keyof typeof MOVES;

export const NO_SEATS: Seats = { seatsUsed: 0, pendingInvites: 0 };

/** @returns the counts after these moves. Pure. */
export function countSeats({ seatsUsed, pendingInvites }: Seats, moves: readonly SeatMove[]): Seats {
  return moves.reduce(
    (seats, move) => ({
      seatsUsed: seats.seatsUsed + MOVES[move].seatsUsed,
      pendingInvites: seats.pendingInvites + MOVES[move].pendingInvites,
    }),
    { seatsUsed, pendingInvites },
  );
}

/** Writes the counts after these moves; nothing where they come to the same: a seat that moves from one to another. */
export function writeSeats(tx: Tx, tenantId: string, settings: Seats, moves: readonly SeatMove[]): void {
  const { seatsUsed, pendingInvites } = countSeats(settings, moves);
  const changed: Partial<Seats> = {
    ...(seatsUsed !== settings.seatsUsed && { seatsUsed }),
    ...(pendingInvites !== settings.pendingInvites && { pendingInvites }),
  };
  if (Object.keys(changed).length > 0) tx.update(documentKeys.tenantSettings(tenantId), changed);
}

/** @throws invite/too-many-pending, limits/seats: where there is no room for what these moves come to. */
export function assertRoom(
  settings: Seats & Pick<TenantSettingsDocument, 'seatLimit'>,
  moves: readonly SeatMove[],
): void {
  const { seatsUsed, pendingInvites } = countSeats(settings, moves);
  if (moves.includes('reserve') && pendingInvites > PENDING_INVITES_MAX) {
    throw new DomainError('invite/too-many-pending');
  }
  if (settings.seatLimit !== null && seatsUsed > settings.seatLimit) throw new DomainError('limits/seats');
}
