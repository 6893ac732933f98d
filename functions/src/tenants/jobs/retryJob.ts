/** "Try the 3 failed again". */
import { documentKeys } from '../../contract/documentKeys.ts';
import { retried } from '../../jobs/jobWork.ts';
import type { ActingDeps } from '../actInTenant.ts';
import type { EffectsDeps } from '../runEffects.ts';
import { tenantCommand } from '../tenantCommand.ts';
import { changeJob } from './changeJob.ts';

/**
 * Has the failed rows of a job tried again that may work now.
 *
 * @throws tenant/not-found, jobs/not-found, jobs/not-ended, jobs/ended, jobs/nothing-to-retry, auth/*.
 */
export const retryJob = tenantCommand<ActingDeps & EffectsDeps>()('retryJob', {
  prepare: () => undefined,
  keys: ({ request: { tenantId, jobId } }) => ({ job: documentKeys.job(tenantId, jobId) }),
  // Who may is said by the job: changeJob asks it.
  assertMay: () => {},
  run: (act) => Promise.resolve(changeJob(act, 'job.retried', (job) => retried(job, act.now))),
  respond: (answer) => answer,
});
