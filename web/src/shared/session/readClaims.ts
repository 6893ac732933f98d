import type { Claims } from '../../../../functions/src/contract/documents.ts';
import { ROLES, SECURITY_LEVELS, type RoleAndLevel } from '../../../../functions/src/contract/roles.ts';

/**
 * @param token the claims of an ID token, which may hold keys of others and shapes of older versions
 * @returns the part that is ours; an entry that is not understood gives nothing
 */
export function readClaims(token: Readonly<Record<string, unknown>>): Claims {
  const { roles } = token;
  const entries = typeof roles === 'object' && roles !== null ? Object.entries(roles) : [];
  return {
    roles: Object.fromEntries(entries.filter((entry): entry is [string, RoleAndLevel] => isRole(entry[1]))),
    ...(token['rolesTruncated'] === true && { rolesTruncated: true }),
    ...(token['hrx'] === true && { hrx: true }),
  };
}

function isRole(value: unknown): value is RoleAndLevel {
  if (typeof value !== 'object' || value === null) return false;
  const { role, securityLevel } = value as Partial<Record<keyof RoleAndLevel, unknown>>;
  return ROLES.some((known) => known === role) && SECURITY_LEVELS.some((known) => known === securityLevel);
}
