/** Refusals about work on many. No zod here. */
import type { ErrorTable } from './ErrorTable.ts';

export const jobErrors = {
  'jobs/not-found': {
    status: 'not-found',
    userMessage: "We can't find this task. It may be over 90 days old, or someone else's.",
  },
  'jobs/ended': {
    status: 'failed-precondition',
    userMessage: 'This task has already ended. Start a new one.',
  },
  'jobs/not-ended': {
    status: 'failed-precondition',
    userMessage: 'This task is still running. Try again when it has ended.',
  },
  'jobs/nothing-to-retry': {
    status: 'failed-precondition',
    userMessage: 'There is nothing to try again.',
  },
} as const satisfies ErrorTable;
