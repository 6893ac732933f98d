/** Refusals about who is signed in, and about coming back in. No zod here. */
import type { ErrorTable } from './ErrorTable.ts';

export const accountErrors = {
  'auth/required': { status: 'unauthenticated', userMessage: 'Sign in to continue.' },
  'auth/session-ended': {
    status: 'unauthenticated',
    userMessage: 'Your session has ended. Sign in again.',
  },
  'auth/account-disabled': {
    status: 'permission-denied',
    userMessage: 'This account is blocked. Ask your HRX contact for help.',
  },
  'auth/address-not-proven': {
    status: 'failed-precondition',
    userMessage: 'Confirm your email address first. We can email you a link.',
  },
  'recovery/not-found': {
    status: 'not-found',
    userMessage: 'This link has expired or was already used. Request a new one.',
  },
  'recovery/other-address': {
    status: 'failed-precondition',
    userMessage: 'This link was sent to another email address. Enter the address that received it.',
  },
} as const satisfies ErrorTable;
