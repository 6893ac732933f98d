/** Roles, security levels and permissions: the words that claims, Firestore, callables and pages share. No zod here: the accept page carries it. */

/** Lowest first: a later role may do more. */
export const ROLES = ['Customer', 'Worker', 'Recruiter', 'Manager', 'Admin'] as const;
export type Role = (typeof ROLES)[number];

export const SECURITY_LEVELS = ['1', '2', '3', '4', '5', '6', '7'] as const;
export type SecurityLevel = (typeof SECURITY_LEVELS)[number];

/** The highest security level that each role may have. */
export const MAX_SECURITY_LEVEL: Readonly<Record<Role, SecurityLevel>> = {
  Customer: '2',
  Worker: '3',
  Recruiter: '4',
  Manager: '6',
  Admin: '7',
};

/** The security level that each role gets when nobody says otherwise. */
export const DEFAULT_SECURITY_LEVEL: Readonly<Record<Role, SecurityLevel>> = {
  Customer: '1',
  Worker: '2',
  Recruiter: '3',
  Manager: '5',
  Admin: '7',
};

export const PERMISSIONS = [
  'invites:create',
  'invites:manage',
  'members:read',
  'members:manage',
  'permissions:manage',
  'audit:read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** What an invitation, a membership and a claim say of a person in one tenant. */
export interface RoleAndLevel {
  role: Role;
  securityLevel: SecurityLevel;
}

/** @returns below zero where `a` may do less than `b`, zero where they are the same. */
export function compareRoles(a: Role, b: Role): number {
  return ROLES.indexOf(a) - ROLES.indexOf(b);
}

/** @returns below zero where level `a` is under level `b`, zero where they are the same. */
export function compareLevels(a: SecurityLevel, b: SecurityLevel): number {
  return Number(a) - Number(b);
}

/** @returns `level`, or the highest that `role` may have where `level` is above it. */
export function capLevel(role: Role, level: SecurityLevel): SecurityLevel {
  const max = MAX_SECURITY_LEVEL[role];
  return compareLevels(level, max) > 0 ? max : level;
}
