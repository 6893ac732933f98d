/** Who may do something to an invitation that is there: whoever sent it, and who manages all; within what they may give. */
import type { PendingInviteDocument } from '../contract/documents.ts';
import { can, type Actor } from '../domain/authority.ts';
import { managementRefusal, type Who } from '../domain/inviteManagement.ts';
import { isOpen } from '../domain/inviteStatus.ts';
import { DomainError } from '../platform/DomainError.ts';
import { mayActOnInvitations } from './offer.ts';

/** @throws invite/not-allowed for who may do nothing to any invitation. */
export function assertMayAct(actor: Actor): void {
  if (!mayActOnInvitations(actor)) throw new DomainError('invite/not-allowed');
}

/** @returns whether the invitation is there for this person. */
export function maySeeInvitation({ uid, actor }: Who, { inviterUid }: PendingInviteDocument): boolean {
  return can(actor, 'members:read') || can(actor, 'invites:manage') || inviterUid === uid;
}

/**
 * @returns the invitation, for this caller to act on; whether it is open is another question.
 * @throws invite/not-pending where there is none, or none that this caller sees: the same; invite/own; invite/not-yours for one of
 *   somebody else's; invite/offer-above-yours.
 */
export function assertMayManage(who: Who, invite: PendingInviteDocument | undefined): PendingInviteDocument {
  if (!invite || !maySeeInvitation(who, invite)) throw new DomainError('invite/not-pending');
  // HRX staff may be invited, too: nobody raises what they are offered.
  if (invite.uid === who.uid) throw new DomainError('invite/own');
  const refusal = managementRefusal(who, invite);
  if (refusal) throw new DomainError(refusal);
  return invite;
}

/** @returns the same for an invitation that is open. @throws also invite/not-pending for one that has ended. */
export function assertMayManageOpen(
  who: Who,
  invite: PendingInviteDocument | undefined,
  now: Date,
): PendingInviteDocument {
  const managed = assertMayManage(who, invite);
  if (!isOpen(managed, now)) throw new DomainError('invite/not-pending');
  return managed;
}
