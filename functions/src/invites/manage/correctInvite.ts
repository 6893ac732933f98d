/** The address was wrong: the invitation ends, and the same offer goes to another one, in one transaction. */
import { bucketKey } from '../../limits/rateLimits.ts';
import { DomainError } from '../../platform/DomainError.ts';
import { tenantCommand } from '../../tenants/tenantCommand.ts';
import type { InviteDeps } from '../inviteDeps.ts';
import { chooseIds } from '../send/chooseIds.ts';
import { inviteeAccount } from '../send/readInvitee.ts';
import { sameOffer } from '../send/sameOffer.ts';
import { invitationResponse, repeatInvitation, sendInvitation } from '../send/sendInvitation.ts';
import { assertMayAct, assertMayManageOpen } from '../assertMayManage.ts';
import { factsOf, invitationKeys } from './invitationKeys.ts';

/**
 * It counts and refuses as inviting does. Who corrects answers for the offer from then on; its inviter stays.
 *
 * @throws tenant/not-found, invite/not-allowed, invite/not-pending, invite/not-yours, invite/offer-above-yours,
 *   request/invalid for the address that it has, request/key-reused, what `sendInvitation` throws, auth/*.
 */
export const correctInvite = tenantCommand<InviteDeps>()('correctInvite', {
  prepare({ deps, caller, request }) {
    const ids = chooseIds(deps.random);
    return { ids, account: inviteeAccount(deps, { uid: ids.uid, email: request.email }, caller.uid) };
  },

  keys: ({ caller, request: { tenantId, uid } }) => ({
    ...invitationKeys(tenantId, uid),
    bucket: bucketKey('invites', caller.uid),
  }),

  findCaller: ({ account }) => account.findCaller(),

  assertMay: assertMayAct,

  run(act) {
    const { now, deps, caller, request, prepared, read } = act;
    const invite = assertMayManageOpen(caller, read.invite, now);
    if (invite.email === request.email) {
      const fields = { email: 'The invitation already has this address. Enter another one.' };
      throw new DomainError('request/invalid', { details: { fields } });
    }
    return sendInvitation(act, deps, {
      request: sameOffer(invite, request.email),
      offer: invite,
      ...prepared,
      bucket: read.bucket,
      corrects: factsOf(act, invite),
    });
  },

  repeat: repeatInvitation,

  respond: (answer, done, { deps }) => invitationResponse(deps, answer, done),
});
