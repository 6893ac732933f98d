/** What an invitation offers, and the questions that inviting, copying a link and accepting ask of it. */
import { can, canGrant, isLevelWithinRole, type Actor, type Standing } from '../domain/authority.ts';
import type { CallableRequest } from '../contract/callables.ts';
import type { TenantSettingsDocument } from '../contract/documents.ts';
import { DomainError } from '../platform/DomainError.ts';

/** @returns what the request offers. @throws invite/level-above-role, whatever the state of anything else. */
export function offerOf(request: CallableRequest<'inviteUser'>): Standing {
  const { desiredRole: role, securityLevel, permissions } = request;
  const offer = { role, securityLevel, permissions: permissions ?? [] };
  if (!isLevelWithinRole(offer)) throw new DomainError('invite/level-above-role');
  return offer;
}

/** @returns whether somebody may answer for this offer: who made it, or changed it since. */
export function mayStandFor(actor: Actor | undefined, offer: Standing): boolean {
  return actor !== undefined && mayActOnInvitations(actor) && canGrant(actor, offer);
}

/** @returns whether the actor may do anything to invitations at all: to their own, or to all. */
export function mayActOnInvitations(actor: Actor): boolean {
  return can(actor, 'invites:create') || can(actor, 'invites:manage');
}

/** @throws invite/not-allowed, invite/offer-too-high. */
export function assertMayOffer(actor: Actor, offer: Standing): void {
  if (!can(actor, 'invites:create')) throw new DomainError('invite/not-allowed');
  if (!canGrant(actor, offer)) throw new DomainError('invite/offer-too-high');
}

/** @returns whether the role may stand in the claims before it is accepted: never Admin's, never one with permissions. */
export function mayStandBeforeAcceptance(
  offer: Standing,
  settings: Pick<TenantSettingsDocument, 'requireAcceptance'>,
): boolean {
  return !settings.requireAcceptance && offer.role !== 'Admin' && offer.permissions.length === 0;
}
