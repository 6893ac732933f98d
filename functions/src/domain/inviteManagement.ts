/** Who may do something to an invitation that is there. Pure. */
import type { PendingInviteDocument } from '../contract/documents.ts';
import { can, canGrant, type Actor } from './authority.ts';

/** Somebody in a tenant: who they are, and what they may do there. */
export interface Who {
  uid: string;
  actor: Actor;
}

type Managed = Pick<PendingInviteDocument, 'inviterUid' | 'role' | 'securityLevel' | 'permissions'>;

/**
 * @returns why this person may not change the invitation, or null where they may: whoever sent it, and who manages all;
 *   within what they may give.
 */
export function managementRefusal(
  { uid, actor }: Who,
  invite: Managed,
): 'invite/not-yours' | 'invite/offer-above-yours' | null {
  const isTheirs = invite.inviterUid === uid && can(actor, 'invites:create');
  if (!isTheirs && !can(actor, 'invites:manage')) return 'invite/not-yours';
  return canGrant(actor, invite) ? null : 'invite/offer-above-yours';
}
