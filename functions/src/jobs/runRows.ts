/** Works on the open rows of a page, as long as time and the job allow. */
import { documentKeys } from '../contract/documentKeys.ts';
import type { JobRow } from '../contract/jobDocuments.ts';
import { describeError } from '../platform/log.ts';
import type { ClaimedPage } from './claimPage.ts';
import type { JobDeps } from './jobDeps.ts';
import { PAGE_ROWS } from './jobWork.ts';
import { rowFailure } from './rowOutcome.ts';

/** How long one task goes on with a page: half of what a task function may run. The next one has the rest. */
const PAGE_SECONDS = 30;
/** After how many rows it looks whether somebody has paused or cancelled the job. */
const ROWS_BETWEEN_LOOKS = 10;

/** A row as it is to be stored, and when it is worth trying again, where that is. */
interface Tried {
  row: JobRow;
  retryAfterSeconds: number | null;
}

/** The rows that were worked on, by their place in the page. */
export type TriedRows = ReadonlyMap<number, Tried>;

/** @returns what became of the rows that were reached. It throws for none of them. */
export async function runRows(deps: JobDeps, claimed: ClaimedPage): Promise<TriedRows> {
  const until = deps.clock.now().getTime() + PAGE_SECONDS * 1000;
  const { rowsAtOnce } = deps.jobKinds[claimed.job.kind];
  const open = claimed.page.rows.flatMap((row, index) => (row.outcome === null ? [{ index, row }] : []));
  const tried = new Map<number, Tried>();
  let looked = 0;
  for (let next = 0; next < open.length; next += rowsAtOnce) {
    if (deps.clock.now().getTime() >= until) break;
    if (next - looked >= ROWS_BETWEEN_LOOKS) {
      if (!(await isStillWanted(deps, claimed))) break;
      looked = next;
    }
    const together = open.slice(next, next + rowsAtOnce);
    await Promise.all(
      together.map(async ({ index, row }) => tried.set(index, await runRow(deps, claimed, index, row))),
    );
  }
  return tried;
}

async function isStillWanted({ reads }: JobDeps, { job: { tenantId, jobId, run } }: ClaimedPage) {
  const { job } = await reads.readAll({ job: documentKeys.job(tenantId, jobId) });
  return job?.state === 'running' && job.run === run;
}

async function runRow(
  deps: JobDeps,
  { job, page, actor }: ClaimedPage,
  index: number,
  before: JobRow,
): Promise<Tried> {
  const { tenantId, jobId, startedByUid, parameters } = job;
  const key = `${jobId}-${page.n * PAGE_ROWS + index}`;
  const asked = { tenantId, jobId, startedByUid, parameters, row: before.row, key, actor };
  try {
    const outcome = await deps.jobKinds[job.kind].runRow(asked);
    return { row: { ...before, outcome }, retryAfterSeconds: null };
  } catch (thrown) {
    const tries = before.tries + 1;
    const { outcome, retryAfterSeconds } = rowFailure(thrown, tries);
    deps.log.warn('job.row_failed', { tenantId, jobId, key, tries, error: describeError(thrown) });
    const isOpen = retryAfterSeconds !== null;
    return { row: { ...before, tries, outcome: isOpen ? null : outcome }, retryAfterSeconds };
  }
}
