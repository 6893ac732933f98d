/** What a change of somebody's memberships writes into `users/{uid}` beside the membership, in the same commit. Pure. */
import type { Instant, UserDocument, Written } from '../contract/documents.ts';
import { millisOf } from '../platform/millisOf.ts';
import { isLeaseLive, newLease } from './claimsLease.ts';
import type { ProjectionInput, ProjectOptions } from './projection.ts';

/** When the sweep may pick up what neither the caller nor a task has finished. */
const PICK_UP_AFTER_SECONDS = 90;

/** What is to be done about somebody's claims once the commit is there: `projectClaims` takes both. */
export interface ClaimsWork {
  uid: string;
  options: ProjectOptions;
}

/** A change after which the claims are to be computed anew. */
export interface ClaimsChange {
  uid: string;
  /** The tenant whose member document says `sync: 'pending'` in the same commit; null for a change of staff. */
  tenantId: string | null;
  /** Whether `staff/{uid}` is active; null where nobody read it, and then the projector does. */
  staffActive: boolean | null;
  /** Who will project the claims after the commit, to take the lease with it. */
  holder: string;
  now: Date;
}

type ClaimsFields = Pick<Written<UserDocument>, 'membershipsVersion' | 'sync' | 'claimsLease'>;

/** The fields of `users/{uid}` that the next ones depend on. */
type ClaimsRecord = Pick<UserDocument, 'membershipsVersion'> & {
  sync: Pick<UserDocument['sync'], 'waiting'>;
  claimsLease: { holder: string; until: Instant | Date } | null;
};

/**
 * @param user what the transaction read; undefined where it makes the document.
 * @returns the fields to write, and whether they take the lease: then `projectClaims` is told, and saves two round trips.
 */
export function claimsFields(
  user: ClaimsRecord | undefined,
  change: Pick<ClaimsChange, 'tenantId' | 'holder' | 'now'>,
): { fields: ClaimsFields; leaseTaken: boolean } {
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
        ? { holder: live.holder, until: new Date(millisOf(live.until)) }
        : newLease(holder, now),
    },
    leaseTaken: live === null,
  };
}

/**
 * @param user what the transaction read.
 * @param document what is to be written: with other memberships than before, or for who became staff or is it no longer.
 * @returns it with the work on the claims written into it.
 */
export function withClaimsWork(
  user: Written<UserDocument> | undefined,
  document: Written<UserDocument>,
  change: ClaimsChange,
): { document: Written<UserDocument>; claimsWork: ClaimsWork } {
  const { uid, staffActive, holder } = change;
  const { fields, leaseTaken } = claimsFields(user, change);
  if (staffActive === null) {
    const claimsLease = user?.claimsLease ?? null;
    return { document: { ...document, ...fields, claimsLease }, claimsWork: { uid, options: {} } };
  }
  const { membershipsVersion: version, sync } = fields;
  const input: ProjectionInput = {
    version,
    memberships: document.memberships,
    staffActive,
    waiting: sync.waiting,
  };
  return {
    document: { ...document, ...fields },
    claimsWork: { uid, options: leaseTaken ? { lease: { holder, input } } : {} },
  };
}

/** @returns the fields of `users/{uid}` once the claims hold what this version says. */
export function projectedFields(
  version: number,
  leftOut: readonly string[],
): Pick<Written<UserDocument>, 'claimsVersion' | 'claimsLeftOut' | 'claimsLease' | 'sync'> {
  return {
    claimsVersion: version,
    claimsLeftOut: [...leftOut],
    claimsLease: null,
    sync: { state: 'synced', attempt: 0, nextAt: null, error: null, waiting: [] },
  };
}
