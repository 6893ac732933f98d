/** What follows a commit: claims, mail, work on many. The commit has written it down, so nothing is lost if this fails. */
import type { ClaimsDeps } from '../claims/claimsDeps.ts';
import type { Account } from '../domain/account.ts';
import { enqueueWork, type JobWork } from '../jobs/enqueueWork.ts';
import type { JobQueue } from '../jobs/jobDeps.ts';
import type { ClaimsWork } from '../claims/claimsWork.ts';
import { queueOutbox, type OutboxWork, type OutboxWriterDeps } from '../outbox/outboxWork.ts';
import { describeError } from '../platform/log.ts';

/** The work that a transaction wrote down. */
export interface Effects {
  claimsWork?: ClaimsWork | null;
  /** Of somebody who lost by it what another one got. */
  lostClaimsWork?: ClaimsWork | null;
  /** The record that the caller has just read or made, which spares the projector reading it. */
  account?: Account | null;
  /** What was put into the outbox. */
  outbox?: readonly OutboxWork[];
  job?: JobWork | null;
}

/** What became of it. */
export interface EffectsDone {
  /** Whether the tenant's role stands in the person's claims now. */
  claimsApplied: boolean;
}

export interface EffectsDeps extends ClaimsDeps, OutboxWriterDeps {
  jobQueue: JobQueue;
}

/** Does what the transaction wrote down, as far as it can be done now: queues and the sweep go on with the rest. */
export async function runEffects(
  deps: EffectsDeps,
  tenantId: string,
  { claimsWork, lostClaimsWork, account, outbox = [], job }: Effects,
): Promise<EffectsDone> {
  const [claimsApplied] = await Promise.all([
    claimsWork ? project(deps, tenantId, claimsWork, account ?? null) : false,
    lostClaimsWork ? project(deps, tenantId, lostClaimsWork, null) : undefined,
    job ? queueJob(deps, job) : undefined,
    ...outbox.map((work) => queueOutbox(deps, work)),
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

async function queueJob(deps: Pick<EffectsDeps, 'jobQueue' | 'log'>, work: JobWork): Promise<void> {
  try {
    await enqueueWork(deps, work);
  } catch (thrown) {
    deps.log.error('job.not_queued', { ...work, error: describeError(thrown) });
  }
}
