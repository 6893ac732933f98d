/** Refusals of any callable, whatever it is about. No zod here. */
import type { ErrorTable } from './ErrorTable.ts';

export const requestErrors = {
  'request/invalid': {
    status: 'invalid-argument',
    userMessage: 'Check these fields and try again.',
  },
  'request/key-reused': {
    status: 'invalid-argument',
    userMessage:
      'This form was already sent with different details. Close it, open it again and send it once more.',
  },
  'request/busy': {
    status: 'aborted',
    userMessage: 'Someone else changed this at the same time. Try again.',
  },
  'request/not-from-app': {
    status: 'unauthenticated',
    userMessage: "We couldn't confirm that this request came from our app. Reload the page and try again.",
  },
  'service/unavailable': {
    status: 'unavailable',
    userMessage: 'The service is not available right now. Nothing was changed. Try again in a minute.',
  },
  'service/unexpected': {
    status: 'internal',
    userMessage: 'Something went wrong on our side. Try again. If it keeps happening, tell your HRX contact.',
  },
} as const satisfies ErrorTable;
