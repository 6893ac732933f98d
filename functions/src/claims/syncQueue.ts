/** The queue of the task function `syncClaims`. */
import { enqueueOnce } from '../platform/enqueueOnce.ts';
import type { SyncQueue } from './projection.ts';

export const syncQueue: SyncQueue = {
  enqueueSync: (uid, key, delaySeconds) =>
    enqueueOnce('syncClaims', { uid }, { parts: [uid, key], delaySeconds }),
};
