/** The writes of accepting an invitation. */
import type { ClaimsWork } from '../../claims/claimsWork.ts';
import { writeMembership } from '../../members/membershipDocuments.ts';
import type { Tx } from '../../platform/transaction.ts';
import { writeEnd, type EndDeps, type InvitationEnd } from '../end/writeEnd.ts';
import { joinedMember } from '../memberOfInvite.ts';

/**
 * @param person what they are called from now on.
 * @returns the work on the claims. The seat that was reserved is now used, so only the open invitations are fewer.
 * @throws the exact state of an invitation that has ended otherwise.
 */
export function writeAcceptance(
  tx: Tx,
  deps: EndDeps,
  person: { firstName: string; lastName: string },
  answer: Pick<InvitationEnd, 'facts' | 'holder' | 'now'>,
): ClaimsWork | null {
  const { facts, holder, now } = answer;
  const { invite, member, user, staffActive } = facts;
  const { tenantId, uid, role, securityLevel, permissions } = invite;
  writeEnd(
    tx,
    deps,
    { ...answer, event: 'accept', actor: { uid, kind: 'invitee' }, reason: null },
    { role, securityLevel, permissions },
  );
  const joining = { ...person, ...(member && { createdAt: member.createdAt }) };
  return writeMembership(tx, {
    uid,
    tenantId,
    user,
    member: joinedMember(invite, joining, now),
    staffActive,
    holder,
    now,
  });
}
