/** The membership of somebody who is invited follows their invitation. */
import type { ClaimsWork } from '../../claims/claimsWork.ts';
import { documentKeys } from '../../contract/documentKeys.ts';
import type { PendingInviteDocument, Written } from '../../contract/documents.ts';
import { writeMembership } from '../../members/membershipDocuments.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { InviteFacts } from '../end/readInviteFacts.ts';
import { invitedMember } from '../memberOfInvite.ts';

export interface FollowingMember {
  /** The invitation as it is from now on. */
  invite: Written<PendingInviteDocument>;
  facts: Pick<InviteFacts, 'member' | 'user' | 'staffActive'>;
  /** Whether the role stands in the claims before it is accepted. */
  inClaims: boolean;
  /** Who will project the claims. */
  holder: string;
  now: Date;
}

/** @returns the work on the claims; null where they stay as they are, or there is no such membership. */
export function writeInvitedMember(
  tx: Tx,
  { invite, facts, inClaims, holder, now }: FollowingMember,
): ClaimsWork | null {
  const { member, user, staffActive } = facts;
  const { tenantId, uid } = invite;
  const copy = user?.memberships[tenantId];
  if (member?.state !== 'invited' || !copy) return null;
  const changed = { ...invitedMember(invite, now), createdAt: member.createdAt };
  const isSameInClaims =
    copy.role === invite.role && copy.securityLevel === invite.securityLevel && copy.inClaims === inClaims;
  if (isSameInClaims) {
    tx.update(documentKeys.member(tenantId, uid), changed);
    return null;
  }
  const change = { uid, tenantId, user, member: changed, invitedInClaims: inClaims };
  return writeMembership(tx, { ...change, staffActive, holder, now });
}
