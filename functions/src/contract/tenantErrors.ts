/** Refusals about a company. No zod here. */
import type { ErrorTable } from './ErrorTable.ts';

export const tenantErrors = {
  'tenant/not-found': {
    status: 'not-found',
    userMessage: "This company doesn't exist, or you are not a member. Ask the person who invited you.",
  },
} as const satisfies ErrorTable;
