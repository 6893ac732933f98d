import type { RoleAndLevel } from '../../../../functions/src/contract/roles.ts';

/** @returns "Recruiter, level 3", and for a membership that waits for its yes "invited as Recruiter". */
export function roleInWords({
  role,
  securityLevel,
  state = 'active',
}: RoleAndLevel & { state?: 'active' | 'invited' }): string {
  return state === 'invited' ? `Invited as ${role}` : `${role}, level ${securityLevel}`;
}
