/** Taking one page of a job, if it still is to be done: by one run at a time, with what the starter may do now. */
import { documentKeys } from '../contract/documentKeys.ts';
import type { JobDocument, JobPageDocument } from '../contract/jobDocuments.ts';
import { signatureOf, standingKeys, standingOf } from '../domain/standing.ts';
import type { Read, Tx } from '../platform/transaction.ts';
import type { JobDeps, JobTask } from './jobDeps.ts';
import type { JobActor } from './jobKind.ts';
import { ended, isLeased, PAGE_LEASE_SECONDS, recounted, reopened } from './jobWork.ts';

/** A page in our hands. */
export interface ClaimedPage {
  job: JobDocument;
  page: JobPageDocument;
  holder: string;
  actor: JobActor | undefined;
}

export type PageClaim =
  /** Paused, ended, begun again, or no such page. */
  | { kind: 'nothing'; reason: string }
  /** Another run is at it. */
  | { kind: 'busy' }
  /** It is done already. */
  | { kind: 'done' }
  | ({ kind: 'claimed' } & ClaimedPage);

/** Takes the page by a lease, or stops the job where its starter may not do this any more. */
export async function claimPage(deps: JobDeps, task: JobTask & { page: number }): Promise<PageClaim> {
  const { tenantId, jobId, page: n } = task;
  const keys = { job: documentKeys.job(tenantId, jobId), page: documentKeys.jobPage(tenantId, jobId, n) };
  // Who started it never changes: their documents are read together with the rest then.
  const { job: known } = await deps.reads.readAll({ job: keys.job });
  if (!known) return { kind: 'nothing', reason: 'no-job' };
  const holder = deps.random.hex(10);
  return deps.transact(async (tx) => {
    const { job, page, ...standing } = await tx.readAll({
      ...keys,
      ...standingKeys(tenantId, known.startedByUid),
    });
    const refusal = refuse(job, page, task, deps.clock.now());
    if (refusal) return refusal;
    if (!job || !page) return { kind: 'nothing', reason: 'no-page' };
    const actor = actorOf(job.startedByUid, standing);
    if (!deps.jobKinds[job.kind].mayRun(actor?.actor, job.parameters)) {
      tx.update(keys.job, ended('failed', deps.clock.now(), 'starter-lost-right'));
      return { kind: 'nothing', reason: 'starter-lost-right' };
    }
    return {
      kind: 'claimed',
      job,
      page: take(tx, keys, { job, page, holder }, deps.clock.now()),
      holder,
      actor,
    };
  });
}

function refuse(
  job: JobDocument | undefined,
  page: JobPageDocument | undefined,
  task: JobTask,
  now: Date,
): Exclude<PageClaim, { kind: 'claimed' }> | undefined {
  if (job?.state !== 'running') return { kind: 'nothing', reason: job?.state ?? 'no-job' };
  if (job.run !== task.run) return { kind: 'nothing', reason: 'begun-again' };
  if (!page) return { kind: 'nothing', reason: 'no-page' };
  if (page.isDone && page.round === job.round) return { kind: 'done' };
  return isLeased(page, now) ? { kind: 'busy' } : undefined;
}

function actorOf(uid: string, standing: Read<ReturnType<typeof standingKeys>>): JobActor | undefined {
  const actor = standingOf(standing);
  return actor && { uid, actor, name: signatureOf(uid, standing), isHrx: actor.kind === 'hrx' };
}

/** @returns the page as it is worked on: in a new round the failed rows are open again. */
function take(
  tx: Tx,
  keys: { job: ReturnType<typeof documentKeys.job>; page: ReturnType<typeof documentKeys.jobPage> },
  { job, page, holder }: { job: JobDocument; page: JobPageDocument; holder: string },
  now: Date,
): JobPageDocument {
  const turn = page.turn + 1;
  const lease = { holder, until: new Date(now.getTime() + PAGE_LEASE_SECONDS * 1000) };
  if (page.round === job.round) {
    tx.update(keys.page, { lease, turn });
    return { ...page, turn };
  }
  const rows = reopened(page.rows);
  tx.update(keys.page, { lease, turn, rows, round: job.round, isDone: false });
  tx.update(keys.job, { counts: recounted(job.counts, page.rows, rows) });
  return { ...page, turn, rows, round: job.round, isDone: false };
}
