import {
  SECURITY_LEVELS,
  type Role,
  type SecurityLevel,
} from '../../../../../functions/src/contract/roles.ts';
import { canGrant, isLevelWithinRole, type Actor } from '../../../../../functions/src/domain/authority.ts';

/** @returns the roles of the list that this person may give. The server decides anew. */
export function grantableRoles(granter: Actor, roles: readonly Role[]): Role[] {
  return roles.filter((role) =>
    canGrant(granter, { role, securityLevel: SECURITY_LEVELS[0], permissions: [] }),
  );
}

/** @returns the levels that this person may give with the role. The server decides anew. */
export function grantableLevels(granter: Actor, role: Role): SecurityLevel[] {
  return SECURITY_LEVELS.map((securityLevel) => ({ role, securityLevel, permissions: [] }))
    .filter((offer) => isLevelWithinRole(offer) && canGrant(granter, offer))
    .map(({ securityLevel }) => securityLevel);
}

/** @returns `level`, or the highest of those that may be given where it is above them. */
export function nearestLevel(level: SecurityLevel, levels: readonly SecurityLevel[]): SecurityLevel {
  return levels.includes(level) ? level : (levels.at(-1) ?? level);
}
