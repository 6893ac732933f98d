/** All writes of a new invitation, in the transaction that decided on it. */
import type { Standing } from '../../domain/authority.ts';
import type { CallableRequest } from '../../contract/callables.ts';
import { documentKeys } from '../../contract/documentKeys.ts';
import type { Instant, PendingInviteDocument, Written } from '../../contract/documents.ts';
import { writeLinks } from '../links/writeLinks.ts';
import type { InviteDeps } from '../inviteDeps.ts';
import type { Act } from '../../tenants/actInTenant.ts';
import { writeOutbox } from '../../outbox/outboxWork.ts';
import type { ClaimsWork } from '../../claims/claimsWork.ts';
import { writeMembership } from '../../members/membershipDocuments.ts';
import { writeSeats } from '../../tenants/seats.ts';
import type { HandoverLink } from '../links/handoverUrl.ts';
import { invitedMember } from '../memberOfInvite.ts';
import { NOBODY, writeInviteEvent } from '../events/writeInviteEvent.ts';
import { seatMovesOf } from './assertInvitable.ts';
import type { ChosenIds } from './chooseIds.ts';
import { statusAfter } from '../end/statusAfter.ts';
import { invitationWork } from './invitationWork.ts';
import { standingOfAccount, type Invitee } from './readInvitee.ts';
import { inviteDocument, type NewInvitation } from './inviteDocument.ts';

/** What the answer to the inviter is made of, also when the same call comes again. */
export interface InvitationAnswer extends HandoverLink {
  inviteId: string;
  userExists: boolean;
  /** The role stands in the claims before it is accepted. */
  inClaims: boolean;
  expiresAt: Instant | Date;
}

/** The part of the act that an invitation is written with. */
type Inviting = Pick<Act<never>, 'tx' | 'now' | 'caller' | 'tenant' | 'settings' | 'audit'>;

export interface InvitationToWrite {
  request: CallableRequest<'inviteUser'>;
  offer: Standing;
  ids: ChosenIds;
  invitee: Invitee;
  /** The offer may stand in the claims before it is accepted. */
  early: boolean;
  /** The invitation to a wrong address that this one takes the place of: its inviter stays, its seat moves. */
  corrects?: PendingInviteDocument;
  /** The expired one that its invitee has asked a new link for: its inviter and its guarantor stay. */
  renews?: PendingInviteDocument;
}

/** @returns the answer to the inviter, and what is to be done about claims after the commit. */
export function writeInvitation(
  act: Inviting,
  deps: Pick<InviteDeps, 'linkKeys'>,
  toWrite: InvitationToWrite,
): { answer: InvitationAnswer; claimsWork: ClaimsWork | null } {
  const { tx, now, caller, tenant, settings } = act;
  const { request, offer, ids, invitee, early, corrects, renews } = toWrite;
  const former = corrects ?? renews;
  const { tenantId } = request;
  const { uid } = invitee.account;
  const { neverUsed, isKnown } = standingOfAccount(invitee);
  const hours = request.expiresInHours ?? settings.inviteLifetimeHours;
  const invitation: NewInvitation = {
    request,
    offer,
    uid,
    tenantName: tenant.name,
    inviter: former ? inviterOf(former) : caller,
    offeredByUid: caller.uid,
    inviteId: ids.inviteId,
    renewals: renews ? renews.renewals + 1 : 0,
    generation: (invitee.invite?.generation ?? 0) + 1,
    now,
    expiresAt: new Date(now.getTime() + hours * 3600_000),
    status: invitee.invite ? statusAfter(invitee.invite, 'invite', now) : 'pending',
  };
  const invite = inviteDocument(invitation);
  tx.set(documentKeys.pendingInvite(tenantId, uid), invite);
  // Who asks for a new link was counted already.
  const isCounted = renews !== undefined;
  writeOutbox(tx, { ...invitationWork({ ...invite, send: invite.mail.sends }), isCounted }, now);
  const handover = writeLinks(tx, deps.linkKeys(), invite, ids.nonces);
  writeSeats(tx, tenantId, settings, seatMovesOf(invitee.invite, corrects));
  const inClaims = isKnown && early;
  const claimsWork = writeInvitedMembership(act, toWrite, invite, { isKnown, inClaims });
  act.audit({
    action: actionOf(toWrite),
    targetUid: uid,
    inviteId: ids.inviteId,
    before: corrects ? { uid: corrects.uid } : statusBefore(invitee),
    after: { role: offer.role, securityLevel: offer.securityLevel, permissions: [...offer.permissions] },
  });
  const { role, securityLevel } = offer;
  const details = { role, securityLevel, permissions: [...offer.permissions] };
  const told = renews
    ? ({ kind: 'link_renewed', actor: NOBODY } as const)
    : ({ kind: 'created', actor: caller } as const);
  writeInviteEvent(tx, invite, { id: ids.eventId, ...told, details, at: now });
  if (corrects) tellCorrection(act, ids, invite, corrects);
  const { inviteId, generation, expiresAt } = invitation;
  const answer = {
    tenantId,
    uid,
    inviteId,
    generation,
    ...handover,
    userExists: !neverUsed,
    inClaims,
    expiresAt,
  };
  return { answer, claimsWork };
}

function actionOf({ corrects, renews }: InvitationToWrite) {
  if (renews) return 'invite.renewed';
  return corrects ? 'invite.address_corrected' : 'invite.created';
}

function inviterOf({ inviterUid, inviterName, inviterIsHrx }: PendingInviteDocument) {
  return { uid: inviterUid, name: inviterName, isHrx: inviterIsHrx };
}

function statusBefore({ invite }: Invitee) {
  return invite ? { status: invite.status } : null;
}

function tellCorrection(
  { tx, now, caller }: Inviting,
  { correctionId }: ChosenIds,
  invite: Written<PendingInviteDocument>,
  { uid, email }: PendingInviteDocument,
): void {
  const details = { emailFrom: email, emailTo: invite.email, uidFrom: uid };
  writeInviteEvent(tx, invite, {
    id: correctionId,
    kind: 'address_corrected',
    actor: caller,
    details,
    at: now,
  });
}

/** The membership, where it can only be the invited person's; and nothing that an earlier invitation left there. */
function writeInvitedMembership(
  { tx, now }: Inviting,
  { ids, invitee }: InvitationToWrite,
  invite: Written<PendingInviteDocument>,
  { isKnown, inClaims }: { isKnown: boolean; inClaims: boolean },
): ClaimsWork | null {
  const { uid, tenantId } = invite;
  return writeMembership(tx, {
    uid,
    tenantId,
    user: invitee.user,
    member: isKnown ? invitedMember(invite, now) : null,
    invitedInClaims: inClaims,
    staffActive: invitee.staffActive,
    holder: ids.holder,
    now,
  });
}
