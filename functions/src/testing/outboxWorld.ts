/** The outbox in memory, with kinds of the test's own, a queue that forgets nothing, and a mail server that can be told. */
import { vi } from 'vitest';
import { documentKeys } from '../contract/documentKeys.ts';
import type { OutboxDocument } from '../contract/serverDocuments.ts';
import { deliverOutbox } from '../outbox/deliverOutbox.ts';
import type { OutboxDeps } from '../outbox/outboxDeps.ts';
import type { SendMail } from '../outbox/outgoingMail.ts';
import type { OutboxKinds } from '../outbox/outboxKind.ts';
import { queueOutbox, writeOutbox, type NewWork, type OutboxWork } from '../outbox/outboxWork.ts';
import { takeUpOutbox } from '../outbox/takeUpOutbox.ts';
import { log } from '../platform/log.ts';
import { memoryTransactions } from './memoryTransactions.ts';

export const OUTBOX_START = new Date('2026-11-22T14:00:00Z').getTime();

export function outboxWorld(kinds: OutboxKinds) {
  let millis = OUTBOX_START;
  const memory = memoryTransactions(() => new Promise((resolve) => setImmediate(resolve)));
  const lines: unknown[] = [];
  const write = (...line: unknown[]) => void lines.push(line);
  const queue: OutboxWork[] = [];
  const sendMail = vi.fn<SendMail>(() => Promise.resolve({ taken: true }));
  const deps: OutboxDeps = {
    clock: { now: () => new Date(millis) },
    log: { ...log, debug: write, info: write, warn: write, error: write },
    transact: memory.transact,
    outboxKinds: kinds,
    outboxQueue: { enqueueOutbox: (work) => Promise.resolve(void queue.push(work)) },
    outboxStore: {
      listDue(now, limit) {
        const due = Object.entries(memory.dump())
          .filter(([path]) => path.startsWith('outbox/'))
          .map(([path, item]) => ({ id: path.slice('outbox/'.length), item: item as OutboxDocument }))
          .filter(({ item }) => item.nextAt !== null && item.nextAt.toMillis() <= now.getTime());
        return Promise.resolve(due.slice(0, limit));
      },
    },
    sendMail,
  };

  /** Puts something into the outbox, in a commit of its own. */
  const put = (work: NewWork) =>
    deps.transact((tx) => Promise.resolve(writeOutbox(tx, work, deps.clock.now())));
  /** Runs a task as the queue does: again after it failed, until it was tried as often as that. */
  async function runTask(id: string, runs = 3): Promise<void> {
    for (let retryCount = 0; retryCount < runs; retryCount += 1) {
      try {
        await deliverOutbox(deps, { id }, { retryCount });
        return;
      } catch {
        millis += 100_000;
      }
    }
  }
  return {
    deps,
    memory,
    lines,
    queue,
    sendMail,
    put,
    runTask,
    queueWork: (work: OutboxWork) => queueOutbox(deps, work),
    item: (id: string) => memory.peek(documentKeys.outbox(id)),
    /** What the sweep does, and what the queue does after it. */
    sweep: async (limit = 100): Promise<number> => {
      queue.length = 0;
      const { taken } = await takeUpOutbox(deps, { limit });
      for (const { id } of [...queue]) await runTask(id);
      return taken;
    },
    pass: (seconds: number) => void (millis += seconds * 1000),
  };
}
