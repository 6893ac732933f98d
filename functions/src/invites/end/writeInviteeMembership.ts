/** The invitee's own document, when an answer to an invitation makes or ends their membership. */
import { documentKeys } from '../../contract/documentKeys.ts';
import type { Tx } from '../../platform/transaction.ts';
import { withMembership, type ClaimsWork, type MembershipChange } from '../../members/memberships.ts';
import { newUserDocument } from '../../domain/account.ts';
import type { InviteFacts } from './inviteFacts.ts';

/** What an answer changes, and who does what follows. */
export interface Answering {
  facts: InviteFacts;
  /** Who will project the claims. */
  holder: string;
  now: Date;
}

/** @returns the work on the claims. */
export function writeInviteeMembership(
  tx: Tx,
  { facts, holder, now }: Answering,
  membership: MembershipChange['membership'],
): ClaimsWork | null {
  const { invite, user, staffActive } = facts;
  const { tenantId, uid, inviteId } = invite;
  const { document, claimsWork } = withMembership(user, newUserDocument(uid, { tenantId, inviteId }), {
    uid,
    tenantId,
    membership,
    staffActive,
    holder,
    now,
  });
  tx.set(documentKeys.user(uid), document);
  return claimsWork;
}
