/** The queue of the task function `deliverOutbox`. */
import { enqueueOnce } from '../platform/enqueueOnce.ts';
import type { OutboxQueue } from './outboxWork.ts';

export const outboxQueue: OutboxQueue = {
  enqueueOutbox: ({ id, round }) => enqueueOnce('deliverOutbox', { id }, { parts: [id, round] }),
};
