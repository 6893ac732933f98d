/** Taking an invitation back whose inviter could no longer send it. */
import type { ClaimsWork } from '../../members/memberships.ts';
import type { Random } from '../../platform/random.ts';
import type { Tx } from '../../platform/transaction.ts';
import { endInvitation } from './endInvitation.ts';
import type { Answering } from './writeInviteeMembership.ts';

/** What the invitation says of its end. */
export const LOST_RIGHT = 'inviter_lost_right';

/** Ends the invitation for good, with all that it gave. @returns the work on the claims. */
export function revokeForLostRight(
  tx: Tx,
  deps: { random: Random },
  answering: Answering,
): ClaimsWork | null {
  return endInvitation(tx, deps, {
    ...answering,
    event: 'revoke',
    fields: { revokedAt: answering.now, revokedReason: LOST_RIGHT },
    action: 'invite.revoked',
    after: { reason: LOST_RIGHT },
  });
}
