/** Taking an invitation back whose inviter could no longer send it. */
import type { ClaimsWork } from '../../claims/claimsWork.ts';
import type { EndRule } from '../../contract/statuses.ts';
import type { Tx } from '../../platform/transaction.ts';
import { endInvitation } from './endInvitation.ts';
import type { EndDeps, InvitationEnd } from './writeEnd.ts';

/** What the invitation says of its end. */
export const LOST_RIGHT = 'inviter_lost_right' satisfies EndRule;

/**
 * Ends the invitation for good, with all that it gave.
 *
 * @param found.actor who has found it out: the invitee who wanted to accept, or the system.
 * @returns the work on the claims.
 */
export function revokeForLostRight(
  tx: Tx,
  deps: EndDeps,
  found: Pick<InvitationEnd, 'facts' | 'actor' | 'holder' | 'now'>,
): ClaimsWork | null {
  return endInvitation(tx, deps, { ...found, event: 'revoke', reason: { rule: LOST_RIGHT } });
}
