/** Refusals about a company. No zod here. */
import type { ErrorTable } from './ErrorTable.ts';

export const tenantErrors = {
  'tenant/not-found': {
    status: 'not-found',
    userMessage: "This company doesn't exist, or you are not a member. Ask the person who invited you.",
  },
  'tenant/not-allowed': {
    status: 'permission-denied',
    userMessage: "You don't have permission to change this company's settings.",
  },
  'tenant/hrx-only': {
    status: 'permission-denied',
    userMessage: 'Only HRX can change the number of seats. Ask your HRX contact.',
  },
} as const satisfies ErrorTable;
