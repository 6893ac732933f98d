/** The task functions of this folder, by their deployed names. */
import { defineTask } from '../platform/defineTask.ts';
import { syncClaims as run, syncTaskSchema } from './syncClaims.ts';
import { SYNC_RETRY } from './syncRetry.ts';

export const syncClaims = defineTask('syncClaims', syncTaskSchema, run, SYNC_RETRY);
