/** The lease by which one projector at a time writes somebody's claims. Pure. */
import type { Instant } from '../contract/documents.ts';
import { millisOf } from '../platform/millisOf.ts';

/** How long a projector is believed to be alive: longer than the Admin SDK waits for one answer of Auth (25 s). */
export const CLAIMS_LEASE_SECONDS = 40;

/** @returns whether a projector is at work, as far as one can tell. */
export function isLeaseLive(lease: { until: Instant | Date } | null, now: Date): boolean {
  return lease !== null && millisOf(lease.until) > now.getTime();
}

/** @returns the lease that begins now. */
export function newLease(holder: string, now: Date): { holder: string; until: Date } {
  return { holder, until: new Date(now.getTime() + CLAIMS_LEASE_SECONDS * 1000) };
}
