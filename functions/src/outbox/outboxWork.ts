/** Putting something into the outbox: written in the commit that decides on it, queued after that. */
import { documentKeys } from '../contract/documentKeys.ts';
import type { OutboxRefs } from '../contract/serverDocuments.ts';
import { hashOf } from '../platform/random.ts';
import { describeError } from '../platform/log.ts';
import type { PlatformDeps } from '../platform/platformDeps.ts';
import type { Tx } from '../platform/transaction.ts';
import { NOT_QUEUED_SECONDS, OUTBOX_KEPT_DAYS, TASK_LIVES_SECONDS } from './outboxTimes.ts';

/** What is to be queued once the commit is there. */
export interface OutboxWork {
  id: string;
  round: number;
}

export interface OutboxQueue {
  /** Has `deliverOutbox` send it. The same id and round twice is one task. */
  enqueueOutbox(work: OutboxWork): Promise<void>;
}

/** For whoever writes into the outbox. */
export interface OutboxWriterDeps extends Pick<PlatformDeps, 'transact' | 'clock' | 'log'> {
  outboxQueue: OutboxQueue;
}

export interface NewWork {
  /** By `outboxId`, where the same decision must never be sent twice. */
  id: string;
  kind: string;
  refs: OutboxRefs;
  /** Who asked was counted already. */
  isCounted?: boolean;
  /** Nobody queues it after the commit: the next sweep does. */
  isLeftToSweep?: boolean;
}

/** @returns the id of what is sent once for these parts. It is the mail's Message-ID, too: nobody reads anything out of it. */
export function outboxId(kind: string, ...parts: (string | number)[]): string {
  return hashOf('outbox', kind, ...parts.map(String));
}

/** Writes it down, in the caller's transaction. @returns what `queueOutbox` takes after the commit. */
export function writeOutbox(tx: Tx, { id, ...work }: NewWork, now: Date): OutboxWork {
  tx.create(documentKeys.outbox(id), newOutboxDocument(work, now));
  return { id, round: 1 };
}

/** @returns `outbox/{id}` of what was never tried. */
export function newOutboxDocument(
  { kind, refs, isCounted = false, isLeftToSweep = false }: Omit<NewWork, 'id'>,
  now: Date,
) {
  return {
    kind,
    refs,
    state: 'queued' as const,
    attempts: 0,
    round: 1,
    isCounted,
    sendingUntil: null,
    nextAt: new Date(now.getTime() + (isLeftToSweep ? 0 : TASK_LIVES_SECONDS * 1000)),
    reason: null,
    createdAt: now,
    expireAt: new Date(now.getTime() + OUTBOX_KEPT_DAYS * 24 * 3600_000),
  };
}

/** Queues what was written down. It throws nothing: where the queue does not answer, the next sweep takes it up. */
export async function queueOutbox(deps: OutboxWriterDeps, work: OutboxWork): Promise<void> {
  try {
    await deps.outboxQueue.enqueueOutbox(work);
  } catch (thrown) {
    deps.log.error('outbox.not_queued', { ...work, error: describeError(thrown) });
    await hurry(deps, work);
  }
}

async function hurry({ transact, clock, log }: OutboxWriterDeps, { id, round }: OutboxWork): Promise<void> {
  try {
    await transact(async (tx) => {
      const key = documentKeys.outbox(id);
      const { item } = await tx.readAll({ item: key });
      const nextAt = new Date(clock.now().getTime() + NOT_QUEUED_SECONDS * 1000);
      if (item?.nextAt && item.round === round) tx.update(key, { nextAt });
    });
  } catch (thrown) {
    log.error('outbox.not_hurried', { id, error: describeError(thrown) });
  }
}
