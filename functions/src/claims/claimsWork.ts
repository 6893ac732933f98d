/** What a change of somebody's memberships writes into `users/{uid}` beside the membership, in the same commit. Pure. */
import type { Instant, UserDocument, UserMembership, Written } from '../contract/documents.ts';

/** How long a projector is believed to be alive: longer than the Admin SDK waits for one answer of Auth (25 s). */
export const CLAIMS_LEASE_SECONDS = 40;
/** When the sweep may pick up what neither the caller nor a task has finished. */
const PICK_UP_AFTER_SECONDS = 90;

type ClaimsWork = Pick<Written<UserDocument>, 'membershipsVersion' | 'sync' | 'claimsLease'>;

/** The fields of `users/{uid}` that the next ones depend on. */
export type ClaimsRecord = Pick<UserDocument, 'membershipsVersion'> & {
  sync: Pick<UserDocument['sync'], 'waiting'>;
  claimsLease: { holder: string; until: Instant } | null;
};

/** @returns whether this membership stands in the claims, as long as they have room for it. */
export function standsInClaims(
  membership: Pick<UserMembership, 'inClaims' | 'role' | 'state'> | undefined,
): boolean {
  if (membership === undefined || !membership.inClaims || membership.state === 'suspended') return false;
  return membership.state === 'active' || membership.role !== 'Admin';
}

/** @returns whether a projector is at work, as far as one can tell. */
export function isLeaseLive(lease: { until: Instant } | null, now: Date): boolean {
  return lease !== null && lease.until.toMillis() > now.getTime();
}

/** @returns the lease that begins now. */
export function newLease(holder: string, now: Date): { holder: string; until: Date } {
  return { holder, until: new Date(now.getTime() + CLAIMS_LEASE_SECONDS * 1000) };
}

/**
 * For a change after which `projectClaims` is to run: `standsInClaims` before or after it, or a change of staff.
 *
 * @param user what the transaction read; undefined where it makes the document.
 * @param change.tenantId whose member document says `sync: 'pending'` in the same commit; null for a change of staff.
 * @param change.holder who will project after the commit, to take the lease with it.
 * @returns the fields to write, and whether they take the lease: then `projectClaims` is told, and saves two round trips.
 */
export function writeClaimsWork(
  user: ClaimsRecord | undefined,
  change: { tenantId: string | null; holder: string; now: Date },
): { fields: ClaimsWork; leaseTaken: boolean } {
  const { tenantId, holder, now } = change;
  const live = user !== undefined && isLeaseLive(user.claimsLease, now) ? user.claimsLease : null;
  const waiting = new Set(user?.sync.waiting);
  if (tenantId !== null) waiting.add(tenantId);
  return {
    fields: {
      membershipsVersion: (user?.membershipsVersion ?? 0) + 1,
      sync: {
        state: 'pending',
        attempt: 0,
        nextAt: new Date(now.getTime() + PICK_UP_AFTER_SECONDS * 1000),
        error: null,
        waiting: [...waiting],
      },
      claimsLease: live
        ? { holder: live.holder, until: new Date(live.until.toMillis()) }
        : newLease(holder, now),
    },
    leaseTaken: live === null,
  };
}
