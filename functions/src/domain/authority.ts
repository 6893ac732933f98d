/** Who may do what, and who may give what. Pure: what it decides on is read by its callers. */
import {
  compareLevels,
  compareRoles,
  DEFAULT_SECURITY_LEVEL,
  MAX_SECURITY_LEVEL,
  PERMISSIONS,
  type Permission,
  type Role,
  type SecurityLevel,
} from '../contract/roles.ts';

/** Somebody with standing in a tenant: HRX staff, or an active member. */
export type Actor = { kind: 'hrx' } | ({ kind: 'member' } & Standing);

/** What an active member is, and what an invitation or a change of role makes somebody. */
export interface Standing {
  role: Role;
  securityLevel: SecurityLevel;
  permissions: readonly Permission[];
}

/** What each role may do of itself. Everybody else may do what was granted to them. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  Customer: [],
  Worker: [],
  Recruiter: [],
  Manager: [],
  Admin: PERMISSIONS,
};

/** @returns whether the actor may do this: HRX everything, a member what their role has and what they were granted. */
export function can(actor: Actor, permission: Permission): boolean {
  return (
    actor.kind === 'hrx' ||
    ROLE_PERMISSIONS[actor.role].includes(permission) ||
    actor.permissions.includes(permission)
  );
}

/** @returns whether the actor changes roles: HRX and Admins do. */
export function canChangeRoles(actor: Actor): boolean {
  return actor.kind === 'hrx' || actor.role === 'Admin';
}

/** @returns whether the actor changes the tenant itself, its settings for one: HRX and Admins do. */
export function canManageTenant(actor: Actor): boolean {
  return actor.kind === 'hrx' || actor.role === 'Admin';
}

/**
 * @returns whether the actor may give this: role, level and permissions at most their own. Only Admins reach Admin, for
 *   nobody else's role is as high.
 */
export function canGrant(actor: Actor, offer: Standing): boolean {
  if (actor.kind === 'hrx') return true;
  return (
    compareRoles(offer.role, actor.role) <= 0 &&
    compareLevels(offer.securityLevel, actor.securityLevel) <= 0 &&
    offer.permissions.every((permission) => can(actor, permission))
  );
}

/**
 * @returns whether only an account whose address is proven may accept this, and use it: Admin, any permission, and a
 *   level above the role's own. The rules ask the same of what they let an Admin or a permission read.
 */
export function needsProvenAddress({ role, securityLevel, permissions }: Standing): boolean {
  return (
    role === 'Admin' ||
    permissions.length > 0 ||
    compareLevels(securityLevel, DEFAULT_SECURITY_LEVEL[role]) > 0
  );
}

/** @returns what is left of a standing while the address is unproven: no Admin, no permission, no level above the role's own. */
export function withoutPower({ role, securityLevel }: Standing): Standing {
  const left = role === 'Admin' ? 'Manager' : role;
  const own = DEFAULT_SECURITY_LEVEL[left];
  return {
    role: left,
    securityLevel: compareLevels(securityLevel, own) > 0 ? own : securityLevel,
    permissions: [],
  };
}

/** @returns whether the level is within what the role may have. */
export function isLevelWithinRole(offer: Pick<Standing, 'role' | 'securityLevel'>): boolean {
  return compareLevels(offer.securityLevel, MAX_SECURITY_LEVEL[offer.role]) <= 0;
}

/**
 * @param given what the change says of permissions; nothing where it leaves them as they are.
 * @returns what a member is granted after a change: in the same or a higher role what they had, in a lower one nothing.
 */
export function permissionsAfter(
  before: Standing,
  { role }: Pick<Standing, 'role'>,
  given: readonly Permission[] | null | undefined,
): readonly Permission[] {
  return given ?? (compareRoles(role, before.role) < 0 ? [] : before.permissions);
}

/** @returns whether a member has lost something by a change: there is something that they could give before, and cannot now. */
export function isLowered(before: Standing, after: Standing): boolean {
  return !canGrant({ kind: 'member', ...after }, before);
}
