/** What follows a commit: claims, mail, work on many. The commit has written it down, so nothing is lost if this fails. */
import type { ClaimsDeps } from '../claims/claimsDeps.ts';
import type { Account } from '../domain/account.ts';
import type { ClaimsWork } from '../claims/claimsWork.ts';
import type { MailQueue, MailTask } from '../outbox/delivery.ts';
import { enqueueWork, type JobWork } from '../jobs/enqueueWork.ts';
import type { JobQueue } from '../jobs/jobDeps.ts';
import { describeError } from '../platform/log.ts';
import type { PlatformDeps } from '../platform/platformDeps.ts';

/** The work that a transaction wrote down. */
export interface Effects {
  claimsWork?: ClaimsWork | null;
  /** The record that the caller has just read or made, which spares the projector reading it. */
  account?: Account | null;
  mail?: { task: MailTask; send: number } | null;
  job?: JobWork | null;
}

/** What became of it. */
export interface EffectsDone {
  /** Whether the tenant's role stands in the person's claims now. */
  claimsApplied: boolean;
}

export interface EffectsDeps extends ClaimsDeps, Pick<PlatformDeps, 'log'> {
  mailQueue: MailQueue;
  jobQueue: JobQueue;
}

/** Does what the transaction wrote down, as far as it can be done now: queues and the sweep go on with the rest. */
export async function runEffects(
  deps: EffectsDeps,
  tenantId: string,
  { claimsWork, account, mail, job }: Effects,
): Promise<EffectsDone> {
  const [claimsApplied] = await Promise.all([
    claimsWork ? project(deps, tenantId, claimsWork, account ?? null) : false,
    mail ? queueMail(deps, mail.task, mail.send) : undefined,
    job ? queueJob(deps, job) : undefined,
  ]);
  return { claimsApplied };
}

async function project(
  deps: ClaimsDeps,
  tenantId: string,
  { uid, options }: ClaimsWork,
  account: Account | null,
): Promise<boolean> {
  const { applied, leftOut } = await deps.projectClaims(uid, { ...options, ...(account && { account }) });
  return applied && !leftOut.includes(tenantId);
}

/** Has the invitation's current link mailed. It says `queued` already: when the queue does not answer, the sweep goes on. */
export async function queueMail(
  deps: Pick<EffectsDeps, 'mailQueue' | 'log'>,
  task: MailTask,
  send: number,
): Promise<void> {
  try {
    await deps.mailQueue.enqueueMail(task, send);
  } catch (thrown) {
    deps.log.error('mail.not_queued', { ...task, send, error: describeError(thrown) });
  }
}

async function queueJob(deps: Pick<EffectsDeps, 'jobQueue' | 'log'>, work: JobWork): Promise<void> {
  try {
    await enqueueWork(deps, work);
  } catch (thrown) {
    deps.log.error('job.not_queued', { ...work, error: describeError(thrown) });
  }
}
