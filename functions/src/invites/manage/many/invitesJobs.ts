/** The kinds of job about many invitations: each row is the single call, with its own refusals. */
import type { InvitesJobAction, InvitesJobKindName } from '../../../contract/jobDocuments.ts';
import { starterJob, type JobKind } from '../../../jobs/jobKind.ts';
import { ROW_DONE } from '../../../jobs/rowOutcome.ts';
import type { RowOfJob } from '../../../tenants/actInTenant.ts';
import type { InviteDeps } from '../../inviteDeps.ts';
import { mayActOnInvitations } from '../../offer.ts';
import { resendInvite } from '../resendInvite.ts';
import { revokeInvite } from '../revokeInvite.ts';
import { updateInvite } from '../updateInvite.ts';
import {
  findInvitations,
  invitesJobParameters,
  invitesJobRow,
  type InvitesJobParameters,
} from './findInvitations.ts';

interface Action {
  /** Revoking frees a seat of the one tenant each time; the others write documents of their own. */
  rowsAtOnce: number;
  run: (
    deps: InviteDeps,
    row: RowOfJob,
    of: { tenantId: string; uid: string },
    parameters: InvitesJobParameters,
  ) => Promise<unknown>;
}

const ACTIONS: Readonly<Record<InvitesJobAction, Action>> = {
  resend: { rowsAtOnce: 5, run: (deps, row, of) => resendInvite.asRow(deps, row, of) },
  revoke: {
    rowsAtOnce: 1,
    run: (deps, row, of, { reason }) => revokeInvite.asRow(deps, row, { ...of, reason }),
  },
  extend: {
    rowsAtOnce: 5,
    run: (deps, row, of, { hours }) => updateInvite.asRow(deps, row, { ...of, expiresInHours: hours }),
  },
};

/** @returns each kind by its name in the contract. */
export function invitesJobs(deps: InviteDeps): Record<InvitesJobKindName, JobKind> {
  return {
    'resend-invitations': kindOf(deps, ACTIONS.resend),
    'revoke-invitations': kindOf(deps, ACTIONS.revoke),
    'extend-invitations': kindOf(deps, ACTIONS.extend),
  };
}

function kindOf(deps: InviteDeps, { rowsAtOnce, run }: Action): JobKind {
  return starterJob({
    parameters: invitesJobParameters,
    row: invitesJobRow,
    rowsAtOnce,
    mayRun: mayActOnInvitations,
    findRows: (wanted) => findInvitations(deps, wanted),
    runRow: async ({ tenantId, startedByUid, row: { uid }, parameters, key }) => {
      await run(deps, { starterUid: startedByUid, key }, { tenantId, uid }, parameters);
      return ROW_DONE;
    },
  });
}
