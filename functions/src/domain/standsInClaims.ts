/** Which memberships stand in the custom claims. Pure. */
import type { UserMembership } from '../contract/documents.ts';

/** @returns whether this membership stands in the claims, as long as they have room for it. */
export function standsInClaims(
  membership: Pick<UserMembership, 'inClaims' | 'role' | 'state'> | undefined,
): boolean {
  if (membership === undefined || !membership.inClaims || membership.state === 'suspended') return false;
  return membership.state === 'active' || membership.role !== 'Admin';
}
