import {
  compareLevels,
  compareRoles,
  MAX_SECURITY_LEVEL,
  SECURITY_LEVELS,
  type Role,
  type RoleAndLevel,
  type SecurityLevel,
} from '../../../../../functions/src/contract/roles.ts';

/** Who invites, as far as it limits what is offered to choose; null sets no limit. The server decides anew. */
export type Granter = RoleAndLevel | null;

/** @returns the roles of the list that this person may give: none above their own. */
export function grantableRoles(granter: Granter, roles: readonly Role[]): Role[] {
  return roles.filter((role) => granter === null || compareRoles(role, granter.role) <= 0);
}

/** @returns the levels that this person may give with the role: within the role, and none above their own. */
export function grantableLevels(granter: Granter, role: Role): SecurityLevel[] {
  return SECURITY_LEVELS.filter(
    (level) =>
      compareLevels(level, MAX_SECURITY_LEVEL[role]) <= 0 &&
      (granter === null || compareLevels(level, granter.securityLevel) <= 0),
  );
}

/** @returns `level`, or the highest of those that may be given where it is above them. */
export function nearestLevel(level: SecurityLevel, levels: readonly SecurityLevel[]): SecurityLevel {
  return levels.includes(level) ? level : (levels.at(-1) ?? level);
}
