/** The sweep's part about notices: sends what was collected, when its day is over. */
import { documentKey } from '../contract/documentKeys.ts';
import type { NoticeDigestDocument } from '../contract/serverDocuments.ts';
import { outboxId, queueOutbox, writeOutbox } from '../outbox/outboxWork.ts';
import { workThrough } from '../platform/workThrough.ts';
import type { NoticeDeps } from './noticeDeps.ts';

export const NOTICE_DIGEST = 'notice-digest';

/** Which digest. */
export type NoticeDigestRefs = { path: string };

/** @returns how many digests this run has given to the outbox. */
export function sendDueDigests(deps: NoticeDeps, { limit }: { limit: number }): Promise<number> {
  return workThrough(
    deps,
    {
      name: 'digests',
      list: deps.listDueDigests,
      laneOf: ({ path }) => path,
      async work({ path }) {
        const work = await send(deps, path);
        if (work) await queueOutbox(deps, work);
        return work !== null;
      },
    },
    limit,
  );
}

function send({ transact, clock }: NoticeDeps, path: string) {
  const key = documentKey<NoticeDigestDocument>(path);
  return transact(async (tx) => {
    const now = clock.now();
    const { digest } = await tx.readAll({ digest: key });
    if (!digest?.dueAt || digest.dueAt.toMillis() > now.getTime()) return null;
    tx.update(key, { dueAt: null });
    return writeOutbox(tx, { id: outboxId(NOTICE_DIGEST, path), kind: NOTICE_DIGEST, refs: { path } }, now);
  });
}
