/** Keeps what became of the rows of a page, and what that makes of the job: one write to each. */
import { documentKeys } from '../contract/documentKeys.ts';
import type { JobDocument } from '../contract/jobDocuments.ts';
import type { ClaimedPage } from './claimPage.ts';
import type { JobDeps } from './jobDeps.ts';
import { ended, progressed, recounted } from './jobWork.ts';
import type { TriedRows } from './runRows.ts';

export interface RecordedPage {
  isDone: boolean;
  /** Whether the job goes on with its other pages, by this run. */
  goesOn: boolean;
}

/** @returns undefined where another run has taken the page meanwhile: it keeps what it finds. */
export function recordPage(
  deps: JobDeps,
  { job: { tenantId, jobId, run }, page: { n }, holder }: ClaimedPage,
  tried: TriedRows,
): Promise<RecordedPage | undefined> {
  const keys = { job: documentKeys.job(tenantId, jobId), page: documentKeys.jobPage(tenantId, jobId, n) };
  return deps.transact(async (tx) => {
    const now = deps.clock.now();
    const { job, page } = await tx.readAll(keys);
    if (!job || page?.lease?.holder !== holder) return undefined;
    const rows = page.rows.map((before, index) => tried.get(index)?.row ?? before);
    const isDone = rows.every(({ outcome }) => outcome !== null);
    const counts = recounted(job.counts, page.rows, rows);
    const pagesDone = job.pagesDone + (isDone ? 1 : 0);
    const isOver = isWorkedThrough({ ...job, pagesDone });
    if (isOver) await deps.jobKinds[job.kind].finish(tx, { ...job, counts, pagesDone });
    tx.update(keys.page, { rows, isDone, lease: null });
    tx.update(keys.job, {
      counts,
      pagesDone,
      ...(isOver ? ended('done', now) : job.state === 'running' ? progressed(job, now) : { updatedAt: now }),
    });
    return { isDone, goesOn: !isOver && job.state === 'running' && job.run === run };
  });
}

/** Whoever paused it while the last rows were worked on finds it done. */
function isWorkedThrough({ state, isStaged, pagesDone, pages }: JobDocument): boolean {
  return isStaged && pagesDone === pages && (state === 'running' || state === 'paused');
}
