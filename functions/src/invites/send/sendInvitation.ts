/** Deciding on a new invitation, in the transaction of whoever sends one: may this person be invited, and is there room? */
import type { Standing } from '../../domain/authority.ts';
import type { CallableRequest } from '../../contract/callables.ts';
import type { RateLimitDocument } from '../../contract/serverDocuments.ts';
import { bucketKey, HRX_INVITES_LIMIT, INVITES_LIMIT, takeOne } from '../../limits/rateLimits.ts';
import { isoOf } from '../../platform/millisOf.ts';
import type { Act, Done } from '../../tenants/actInTenant.ts';
import type { EffectsDone } from '../../tenants/runEffects.ts';
import { assertRoom } from '../../tenants/seats.ts';
import { assertOwnName } from '../assertOwnName.ts';
import { endInvitation } from '../end/endInvitation.ts';
import type { InviteFacts } from '../end/readInviteFacts.ts';
import type { InviteDeps } from '../inviteDeps.ts';
import { handoverUrl } from '../links/handoverUrl.ts';
import { mayStandBeforeAcceptance } from '../offer.ts';
import { assertInvitable, seatMovesOf } from './assertInvitable.ts';
import type { ChosenIds } from './chooseIds.ts';
import { invitationWork } from './invitationWork.ts';
import { readInvitee, type InviteeAccount } from './readInvitee.ts';
import { writeInvitation, type InvitationAnswer } from './writeInvitation.ts';

export interface Sending {
  request: CallableRequest<'inviteUser'>;
  offer: Standing;
  ids: ChosenIds;
  account: InviteeAccount;
  /** The inviter's bucket, as the transaction read it. */
  bucket: RateLimitDocument | undefined;
  /** The open invitation to a wrong address that this one takes the place of. */
  corrects?: InviteFacts;
}

type SendingAct = Pick<Act<never>, 'tx' | 'now' | 'caller' | 'tenant' | 'settings' | 'audit'>;

/**
 * @throws request/invalid for a name that poses, invite/self, invite/owner, invite/already-member, invite/already-invited,
 *   invite/declined-recently, invite/too-many-pending, limits/seats, limits/invites.
 */
export async function sendInvitation(
  act: SendingAct,
  deps: InviteDeps,
  { request, offer, ids, account, bucket, corrects }: Sending,
): Promise<Done<InvitationAnswer>> {
  const { tx, now, caller, tenant, settings } = act;
  const { tenantId, firstName, lastName } = request;
  assertOwnName(request, tenant.name);
  const counted = takeOne(bucket, caller.isHrx ? HRX_INVITES_LIMIT : INVITES_LIMIT, now);
  // Before an account is made. Somebody who has one may have an ended invitation whose place is free again.
  if (!(await account.find())) assertRoom(settings, seatMovesOf(undefined, corrects));
  const early = mayStandBeforeAcceptance(offer, settings);
  const displayName = `${firstName} ${lastName}`;
  const invitee = await readInvitee(tx, { tenantId, displayName, account }, early);
  const { uid: callerUid, isHrx } = caller;
  assertInvitable(invitee, { callerUid, isHrx, ownerUid: settings.ownerUid, now });
  assertRoom(settings, seatMovesOf(invitee.invite, corrects));

  const lostClaimsWork = corrects ? endCorrected(act, deps, corrects, ids) : null;
  const toWrite = { request, offer, ids, invitee, early, ...(corrects && { corrects: corrects.invite }) };
  const { answer, claimsWork } = writeInvitation(act, deps, toWrite);
  tx.set(bucketKey('invites', callerUid), counted);
  const outbox = [firstMailOf(answer)];
  return { answer, effects: { claimsWork, lostClaimsWork, account: invitee.account, outbox } };
}

/** Its seat goes to the new one, which counts both. */
function endCorrected({ tx, now, caller }: SendingAct, deps: InviteDeps, facts: InviteFacts, ids: ChosenIds) {
  return endInvitation(tx, deps, {
    facts,
    event: 'revoke',
    actor: { uid: caller.uid, kind: caller.actor.kind, name: caller.name },
    reason: { rule: 'address_corrected' },
    keepsSeat: true,
    holder: ids.holder,
    now,
  });
}

/** @returns what is done again for the same call with the same key. */
export function repeatInvitation(answer: InvitationAnswer): Done<InvitationAnswer> {
  const claimsWork = { uid: answer.uid, options: {} };
  return { answer, effects: { claimsWork, outbox: [firstMailOf(answer)] } };
}

function firstMailOf(answer: InvitationAnswer) {
  return { id: invitationWork({ ...answer, send: 1 }).id, round: 1 };
}

/** @returns what the inviter is told. */
export function invitationResponse(
  deps: Pick<InviteDeps, 'linkKeys' | 'frontendUrl'>,
  answer: InvitationAnswer,
  { claimsApplied }: EffectsDone,
) {
  return {
    uid: answer.uid,
    inviteId: answer.inviteId,
    inviteLink: handoverUrl(deps, answer),
    userExists: answer.userExists,
    claimsApplied: answer.inClaims && claimsApplied,
    expiresAt: isoOf(answer.expiresAt),
  };
}
