/** Resending, revoking or extending many invitations: a job, in the tenant's list of jobs. */
import type { CallableRequest } from '../../../contract/callables.ts';
import { can } from '../../../domain/authority.ts';
import { startJob } from '../../../jobs/startJob.ts';
import type { Acting } from '../../../tenants/actInTenant.ts';
import { tenantCommand } from '../../../tenants/tenantCommand.ts';
import type { InviteDeps } from '../../inviteDeps.ts';
import { assertMayAct } from '../../assertMayManage.ts';
import type { InvitesJobParameters } from './findInvitations.ts';

/** @throws tenant/not-found, invite/not-allowed, request/key-reused, auth/*. What a single row may not be is its outcome. */
export const startInvitesJob = tenantCommand<InviteDeps>()('startInvitesJob', {
  prepare: ({ deps }) => ({ jobId: deps.random.hex(10) }),
  assertMay: assertMayAct,

  run({ tx, now, caller, request, prepared: { jobId }, audit }) {
    const { tenantId, action } = request;
    const kind = `${action}-invitations` as const;
    const parameters = parametersOf(request, caller);
    const job = startJob(tx, { jobId, tenantId, kind, startedByUid: caller.uid, parameters, now });
    audit({
      action: 'job.started',
      targetUid: null,
      inviteId: null,
      before: null,
      after: { jobId, kind },
    });
    return Promise.resolve({ answer: { jobId }, effects: { job } });
  },

  respond: (answer) => answer,
});

function parametersOf(
  { selection, reason, hours }: CallableRequest<'startInvitesJob'>,
  { uid, actor }: Acting,
): InvitesJobParameters {
  const filter = 'filter' in selection ? selection.filter : {};
  const seesAll = can(actor, 'members:read') || can(actor, 'invites:manage');
  return {
    uids: 'uids' in selection ? [...new Set(selection.uids)] : null,
    search: filter.search ?? null,
    role: filter.role ?? null,
    inviterUid: filter.inviterUid ?? null,
    mailProblem: filter.mailProblem ?? false,
    attention: filter.attention ?? false,
    onlyOfUid: seesAll ? null : uid,
    reason: reason?.trim() || null,
    hours: hours ?? null,
  };
}
