/** Taking an invitation back: with its links, its seat and all that it gave. */
import { tenantCommand } from '../../tenants/tenantCommand.ts';
import { endInvitation } from '../end/endInvitation.ts';
import type { InviteDeps } from '../inviteDeps.ts';
import { assertMayAct, assertMayManage, assertMayManageOpen } from '../assertMayManage.ts';
import { factsOf, invitationKeys } from './invitationKeys.ts';

/**
 * The same call again is the same answer, and keeps the first reason.
 *
 * @throws tenant/not-found, invite/not-allowed, invite/not-pending, invite/not-yours, invite/offer-above-yours, auth/*.
 */
export const revokeInvite = tenantCommand<InviteDeps>()('revokeInvite', {
  prepare: ({ deps }) => ({ holder: deps.random.hex(10) }),
  keys: ({ request: { tenantId, uid } }) => invitationKeys(tenantId, uid),
  assertMay: assertMayAct,

  run(act) {
    const { tx, now, deps, caller, request, prepared, read } = act;
    const { uid } = request;
    if (assertMayManage(caller, read.invite).status === 'revoked') {
      return Promise.resolve({ answer: {}, effects: { claimsWork: { uid, options: {} } } });
    }
    const invite = assertMayManageOpen(caller, read.invite, now);
    const words = request.reason?.trim();
    const claimsWork = endInvitation(tx, deps, {
      facts: factsOf(act, invite),
      event: 'revoke',
      actor: { uid: caller.uid, kind: caller.actor.kind, name: caller.name },
      reason: words ? { words } : null,
      holder: prepared.holder,
      now,
    });
    return Promise.resolve({ answer: {}, effects: { claimsWork } });
  },

  respond: () => ({}),
});
