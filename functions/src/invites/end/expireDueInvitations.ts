/** The sweep's first part: writes down what has expired, and takes back what it gave. */
import { runEffects } from '../../tenants/runEffects.ts';
import { workThrough } from '../../platform/workThrough.ts';
import type { InviteDeps } from '../inviteDeps.ts';
import { expireInvitation, type ExpiringInvitation } from './expireInvitation.ts';

/** @returns how many were expired by this run. */
export function expireDueInvitations(deps: InviteDeps, { limit }: { limit: number }): Promise<number> {
  return workThrough(
    deps,
    {
      name: 'expire',
      list: deps.dueInvitations.listExpired,
      // Each frees a seat of its tenant.
      laneOf: ({ document }) => document.tenantId,
      work: ({ document: { tenantId, uid, inviteId } }) => expireOne(deps, { tenantId, uid, inviteId }),
    },
    limit,
  );
}

async function expireOne(deps: InviteDeps, invitation: Omit<ExpiringInvitation, 'holder'>): Promise<boolean> {
  const holder = deps.random.hex(10);
  const expiry = await deps.transact((tx) =>
    expireInvitation(tx, deps, { ...invitation, holder }, deps.clock.now()),
  );
  if (expiry.kind === 'not-due') return false;
  await runEffects(deps, invitation.tenantId, { claimsWork: expiry.claimsWork });
  return true;
}
