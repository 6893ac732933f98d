/** Inviting a person: one transaction decides everything; claims and mail, which it has written down as work, follow. */
import { bucketKey } from '../../limits/rateLimits.ts';
import { tenantCommand } from '../../tenants/tenantCommand.ts';
import type { InviteDeps } from '../inviteDeps.ts';
import { assertMayOffer, offerOf } from '../offer.ts';
import { chooseIds } from './chooseIds.ts';
import { inviteeAccount } from './readInvitee.ts';
import { invitationResponse, repeatInvitation, sendInvitation } from './sendInvitation.ts';

/**
 * Invites a person by their address, whether they have an account or not. An account that was there before is only
 * looked at.
 *
 * @throws auth/session-ended, auth/account-disabled, tenant/not-found, invite/not-allowed, invite/offer-too-high, invite/level-above-role,
 *   limits/refusals, request/key-reused, and what `sendInvitation` throws.
 */
export const inviteUser = tenantCommand<InviteDeps>()('inviteUser', {
  prepare({ deps, caller, request }) {
    const offer = offerOf(request);
    const ids = chooseIds(deps.random);
    return { offer, ids, account: inviteeAccount(deps, { uid: ids.uid, email: request.email }, caller.uid) };
  },

  keys: ({ caller }) => ({ bucket: bucketKey('invites', caller.uid) }),

  findCaller: ({ account }) => account.findCaller(),

  assertMay: (actor, { prepared }) => assertMayOffer(actor, prepared.offer),

  run(act) {
    const { deps, request, prepared, read } = act;
    return sendInvitation(act, deps, { request, ...prepared, bucket: read.bucket });
  },

  repeat: repeatInvitation,

  respond: (answer, done, { deps }) => invitationResponse(deps, answer, done),
});
