/** The sweep's part about claims: work that neither the caller nor a task has finished goes to the queue again. */
import { documentKeys } from '../contract/documentKeys.ts';
import type { UserDocument } from '../contract/documents.ts';
import type { ListDue } from '../platform/dueQuery.ts';
import type { PlatformDeps } from '../platform/platformDeps.ts';
import { workThrough } from '../platform/workThrough.ts';
import type { SyncQueue } from './projection.ts';
import { SYNC_RETRY } from './syncRetry.ts';

export interface TakeUpClaimsDeps extends Pick<PlatformDeps, 'clock' | 'log' | 'transact'> {
  /** Whose claims are behind, and should have been brought up by then. */
  listUnsynced: ListDue<UserDocument>;
  syncQueue: SyncQueue;
}

/** When work that was given to the queue is due again, should nothing be heard of it. */
const DUE_AGAIN_SECONDS = 240;
/** A task that fails says when the queue runs it again: it is believed to be lost when it is this late. */
const LATE_SECONDS = SYNC_RETRY.maxBackoffSeconds;

/** @returns how many were given to the queue by this run. */
export function takeUpClaims(deps: TakeUpClaimsDeps, { limit }: { limit: number }): Promise<number> {
  return workThrough(
    deps,
    {
      name: 'claims',
      list: deps.listUnsynced,
      laneOf: ({ path }) => path,
      work: ({ document: { uid } }) => takeUp(deps, uid),
    },
    limit,
  );
}

async function takeUp({ transact, clock, syncQueue }: TakeUpClaimsDeps, uid: string): Promise<boolean> {
  const key = documentKeys.user(uid);
  const dueSince = await transact(async (tx) => {
    const { user } = await tx.readAll({ user: key });
    const now = clock.now().getTime();
    const at = user?.sync.nextAt?.toMillis();
    if (!user || at === undefined || at > now - patienceMillis(user)) return undefined;
    tx.update(key, { sync: { ...user.sync, nextAt: new Date(now + DUE_AGAIN_SECONDS * 1000) } });
    return at;
  });
  if (dueSince === undefined) return false;
  await syncQueue.enqueueSync(uid, `taken up ${dueSince}`, 0);
  return true;
}

function patienceMillis({ sync }: UserDocument): number {
  return sync.state === 'retrying' ? LATE_SECONDS * 1000 : 0;
}
