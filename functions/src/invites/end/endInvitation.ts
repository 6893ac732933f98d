/** The writes that end an invitation without an acceptance, with all that it gave. */
import type { ClaimsWork } from '../../claims/claimsWork.ts';
import { writeMembership } from '../../members/membershipDocuments.ts';
import type { Tx } from '../../platform/transaction.ts';
import { writeEnd, type EndDeps, type InvitationEnd } from './writeEnd.ts';

/**
 * Frees the seat, and takes back the membership and the claims.
 *
 * @returns the work on the claims.
 * @throws the exact state of an invitation that has ended.
 */
export function endInvitation(
  tx: Tx,
  deps: EndDeps,
  end: InvitationEnd & { event: 'decline' | 'revoke' | 'expire' },
): ClaimsWork | null {
  const { facts, holder, now } = end;
  const { invite, member, user, staffActive } = facts;
  writeEnd(tx, deps, end);
  if (member?.state !== 'invited') return null;
  const { uid, tenantId } = invite;
  return writeMembership(tx, { uid, tenantId, user, member: null, staffActive, holder, now });
}
