/** Custom claims as the projection of memberships. Pure. */
import type { Claims } from '../contract/documents.ts';
import { standsInClaims } from '../domain/standsInClaims.ts';
import type { ProjectedMembership, ProjectionInput } from './projection.ts';

/**
 * Firebase's limit is 1,000 bytes (https://firebase.google.com/docs/auth/admin/custom-claims). The Admin SDK and the
 * emulator count UTF-16 units instead, so we count bytes, and leave room.
 */
export const CLAIMS_BYTES_MAX = 900;
/** No more than this can fit, however short the ids. */
const ROLES_MAX = Math.floor(CLAIMS_BYTES_MAX / '"a":{"role":"Admin","securityLevel":"7"}'.length);

/** The keys that are ours. Every other one stays as it is. */
const OWN_KEYS = new Set<string>(['roles', 'rolesTruncated', 'hrx'] satisfies (keyof Claims)[]);

export interface ComputedClaims {
  claims: Record<string, unknown>;
  /** The tenants that stand in the claims by right, and had no room. */
  leftOut: string[];
}

/**
 * @param current the account's claims as they are: what others put there is kept.
 * @returns the claims to write whole. Where they are full, active memberships go before invited ones, and then the most
 *   recent first; `rolesTruncated` tells readers to look into the member document for the rest.
 */
export function computeClaims(
  { memberships, staffActive }: Pick<ProjectionInput, 'memberships' | 'staffActive'>,
  current: Record<string, unknown>,
): ComputedClaims {
  const others = Object.entries(current).filter(([key]) => !OWN_KEYS.has(key));
  const ranked = Object.entries(memberships)
    .filter(([, membership]) => standsInClaims(membership))
    .sort(byPrecedence);
  const claimsWith = (count: number): Record<string, unknown> => ({
    ...Object.fromEntries(others),
    roles: Object.fromEntries(ranked.slice(0, count).map(toRole)),
    ...(count < ranked.length && { rolesTruncated: true }),
    ...(staffActive && { hrx: true }),
  });
  let count = Math.min(ranked.length, ROLES_MAX);
  while (count > 0 && Buffer.byteLength(JSON.stringify(claimsWith(count))) > CLAIMS_BYTES_MAX) count -= 1;
  return { claims: claimsWith(count), leftOut: ranked.slice(count).map(([tenantId]) => tenantId) };
}

type Entry = [tenantId: string, membership: ProjectedMembership];

/** Active first, then the most recent; the id decides between equals, so that the result is always the same. */
function byPrecedence([idA, a]: Entry, [idB, b]: Entry): number {
  if (a.state !== b.state) return a.state === 'active' ? -1 : 1;
  return millis(b.since) - millis(a.since) || (idA < idB ? -1 : 1);
}

function millis(since: ProjectedMembership['since']): number {
  return since instanceof Date ? since.getTime() : since.toMillis();
}

function toRole([tenantId, { role, securityLevel }]: Entry) {
  return [tenantId, { role, securityLevel }] as const;
}
