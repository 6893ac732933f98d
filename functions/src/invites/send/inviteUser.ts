/** Inviting a person: one transaction decides everything; claims and mail, which it has written down as work, follow. */
import { bucketKey, HRX_INVITES_LIMIT, INVITES_LIMIT, takeOne } from '../../limits/rateLimits.ts';
import type { OutboxWork } from '../../outbox/outboxWork.ts';
import { isoOf } from '../../platform/millisOf.ts';
import { assertRoom } from '../../tenants/seats.ts';
import { tenantCommand } from '../../tenants/tenantCommand.ts';
import { assertOwnName } from '../assertOwnName.ts';
import type { InviteDeps } from '../inviteDeps.ts';
import { handoverUrl } from '../links/handoverUrl.ts';
import { assertInvitable, seatMovesOf } from './assertInvitable.ts';
import { chooseIds } from './chooseIds.ts';
import { invitationWork } from './invitationWork.ts';
import { inviteeAccount, readInvitee } from './readInvitee.ts';
import { assertMayOffer, mayStandBeforeAcceptance, offerOf } from '../offer.ts';
import { writeInvitation, type InvitationAnswer } from './writeInvitation.ts';

/**
 * Invites a person by their address, whether they have an account or not. An account that was there before is only
 * looked at.
 *
 * @throws auth/session-ended, auth/account-disabled, tenant/not-found, invite/not-allowed, invite/offer-too-high, invite/level-above-role,
 *   invite/self, invite/owner, invite/already-member, invite/already-invited, invite/declined-recently,
 *   invite/too-many-pending, limits/seats, limits/invites, limits/refusals, request/key-reused.
 */
export const inviteUser = tenantCommand<InviteDeps>()('inviteUser', {
  prepare({ deps, caller, request }) {
    const offer = offerOf(request);
    const ids = chooseIds(deps.random);
    const displayName = `${request.firstName} ${request.lastName}`;
    const account = inviteeAccount(deps, { uid: ids.uid, email: request.email, displayName }, caller.uid);
    return { offer, ids, account };
  },

  keys: ({ caller }) => ({ bucket: bucketKey('invites', caller.uid) }),

  findCaller: ({ account }) => account.findCaller(),

  assertMay: (actor, { prepared }) => assertMayOffer(actor, prepared.offer),

  async run(act) {
    const { tx, now, deps, caller, request, prepared, settings, read } = act;
    const { offer, ids, account } = prepared;
    assertOwnName(request, act.tenant.name);
    const bucket = takeOne(read.bucket, caller.isHrx ? HRX_INVITES_LIMIT : INVITES_LIMIT, now);
    // Before an account is made. Somebody who has one may have an ended invitation whose place is free again.
    if (!(await account.find())) assertRoom(settings, ['reserve']);
    const early = mayStandBeforeAcceptance(offer, settings);
    const invitee = await readInvitee(tx, request.tenantId, account, early);
    assertInvitable(invitee, {
      callerUid: caller.uid,
      isHrx: caller.isHrx,
      ownerUid: settings.ownerUid,
      now,
    });
    assertRoom(settings, seatMovesOf(invitee.invite));

    const { answer, claimsWork } = writeInvitation(act, deps, { request, offer, ids, invitee, early });
    tx.set(bucketKey('invites', caller.uid), bucket);
    return { answer, effects: { claimsWork, account: invitee.account, outbox: [firstMailOf(answer)] } };
  },

  repeat: (answer: InvitationAnswer) => ({
    answer,
    effects: { claimsWork: { uid: answer.uid, options: {} }, outbox: [firstMailOf(answer)] },
  }),

  respond: (answer, { claimsApplied }, { deps }) => ({
    uid: answer.uid,
    inviteId: answer.inviteId,
    inviteLink: handoverUrl(deps, answer),
    userExists: answer.userExists,
    claimsApplied: answer.inClaims && claimsApplied,
    expiresAt: isoOf(answer.expiresAt),
  }),
});

function firstMailOf(answer: InvitationAnswer): OutboxWork {
  return { id: invitationWork({ ...answer, send: 1 }).id, round: 1 };
}
