/** For tests of inviting: Nora, and what the callable answers for her. Each test file mocks `shared/call.ts` itself. */
import { beforeEach, vi } from 'vitest';
import { call } from '../../../shared/callable/call.ts';
import type { InviteResult, InviteUserParams } from './withPreset.ts';

export const nora: InviteUserParams = {
  email: 'nora@acme.example',
  firstName: 'Nora',
  lastName: 'Newhire',
  tenantId: 'acme',
  desiredRole: 'Worker',
};

export const noraIsInvited: InviteResult = {
  uid: 'u1',
  inviteId: 'i1',
  inviteLink: 'http://127.0.0.1:5173/invite#0',
  userExists: false,
  claimsApplied: true,
  expiresAt: '2030-01-01T00:00:00.000Z',
};

/** Has the mocked `call` answer that Nora is invited, anew for each test. @returns what was sent so far */
export function answerThatNoraIsInvited(): () => InviteUserParams[] {
  beforeEach(() => {
    vi.mocked(call).mockReset().mockResolvedValue(noraIsInvited);
  });
  return () => vi.mocked(call).mock.calls.map(([, input]) => input as InviteUserParams);
}
