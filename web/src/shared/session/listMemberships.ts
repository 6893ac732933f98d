import type { Claims, UserDocument } from '../../../../functions/src/contract/documents.ts';
import { compareRoles, type RoleAndLevel } from '../../../../functions/src/contract/roles.ts';

/** What the signed-in person is in one tenant, as far as pages need it. The server decides anew at each request. */
export interface Membership extends RoleAndLevel {
  tenantId: string;
  /** `invited`: the role is promised, and waits for the person's own yes. */
  state: 'active' | 'invited';
}

/**
 * Claims say it all, except where they are full (`rolesTruncated`): then the person's own document tells of the rest.
 * @param userDocument null while it is not loaded; it also tells invited from active
 * @returns the memberships, highest role first
 */
export function listMemberships(claims: Claims, userDocument: UserDocument | null): Membership[] {
  const roles = new Map<string, RoleAndLevel>(Object.entries(claims.roles ?? {}));
  const known = Object.entries(userDocument?.memberships ?? {});
  if (claims.rolesTruncated) {
    for (const [tenantId, membership] of known) {
      if (membership.inClaims && !roles.has(tenantId)) roles.set(tenantId, membership);
    }
  }
  const states = new Map(known.map(([tenantId, { state }]) => [tenantId, state]));
  return [...roles]
    .map(([tenantId, { role, securityLevel }]) => ({
      tenantId,
      role,
      securityLevel,
      state: states.get(tenantId) === 'invited' ? ('invited' as const) : ('active' as const),
    }))
    .sort((a, b) => compareRoles(b.role, a.role) || a.tenantId.localeCompare(b.tenantId));
}
