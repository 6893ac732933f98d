/** Pausing, resuming and cancelling work on many, whatever its kind. */
import type { AuditAction } from '../../contract/documents.ts';
import { documentKeys } from '../../contract/documentKeys.ts';
import type { JobStateAskedFor } from '../../contract/jobDocuments.ts';
import { changedState } from '../../jobs/jobWork.ts';
import type { ActingDeps } from '../actInTenant.ts';
import type { EffectsDeps } from '../runEffects.ts';
import { tenantCommand } from '../tenantCommand.ts';
import { changeJob } from './changeJob.ts';

const ACTIONS: Record<JobStateAskedFor, AuditAction> = {
  running: 'job.resumed',
  paused: 'job.paused',
  cancelled: 'job.cancelled',
};

/**
 * The same wish again is the same answer. Rows that are being worked on are worked on to their end.
 *
 * @throws tenant/not-found, jobs/not-found, jobs/ended, auth/*.
 */
export const setJobState = tenantCommand<ActingDeps & EffectsDeps>()('setJobState', {
  prepare: () => undefined,
  keys: ({ request: { tenantId, jobId } }) => ({ job: documentKeys.job(tenantId, jobId) }),
  // Who may is said by the job: changeJob asks it.
  assertMay: () => {},
  run: (act) => {
    const { state } = act.request;
    return Promise.resolve(changeJob(act, ACTIONS[state], (job) => changedState(job, state, act.now)));
  },
  respond: (answer) => answer,
});
