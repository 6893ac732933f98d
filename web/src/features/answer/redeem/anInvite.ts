/** What the tests of the accept page are made of. */
import type { Problem } from '../../../shared/callable/toProblem.ts';
import type { Invite } from './redeemReducer.ts';

/** @returns the answer of `getInvite` to Nora's mailed link into Acme, but for `overrides`. */
export function anInvite(overrides: Partial<Invite> = {}): Invite {
  return {
    status: 'pending',
    kind: 'mail',
    step: 'set-password',
    tenantId: 'acme',
    tenantName: 'Acme Staffing',
    inviterName: 'Adam Ash',
    role: 'Recruiter',
    securityLevel: '3',
    message: 'We look forward to meeting you.',
    maskedEmail: 'n•••@acme.example',
    firstName: 'Nora',
    lastName: 'Nilsson',
    expiresAt: '2026-11-28T12:00:00.000Z',
    ...overrides,
  };
}

/** @returns a problem with this code. */
export function aProblem(code: string, fields: Record<string, string> = {}): Problem {
  return { code, message: `The sentence of ${code}.`, fields, retryAfterSeconds: null };
}
