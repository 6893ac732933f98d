/** Refusals about members. No zod here. */
import type { ErrorTable } from './ErrorTable.ts';

export const memberErrors = {
  'members/not-allowed': {
    status: 'permission-denied',
    userMessage: "You don't have permission to change members of this company.",
  },
  'members/not-found': {
    status: 'not-found',
    userMessage: 'This person is not an active member. Reload the page.',
  },
  'members/self': {
    status: 'failed-precondition',
    userMessage: "You can't change your own role. Ask another Admin.",
  },
  'members/owner': {
    status: 'failed-precondition',
    userMessage: 'The owner of a company must be an Admin. Transfer the ownership first.',
  },
  'members/last-admin': {
    status: 'failed-precondition',
    userMessage: 'A company needs at least one active Admin. Make someone else an Admin first.',
  },
} as const satisfies ErrorTable;
