/** Writing down that an invitation has expired: what the sweep does with each, in a transaction of its own. */
import { SYSTEM } from '../../audit/writeAudit.ts';
import type { ClaimsWork } from '../../claims/claimsWork.ts';
import { isDomainError } from '../../platform/DomainError.ts';
import type { Tx } from '../../platform/transaction.ts';
import { isExpiryDue } from '../../domain/inviteStatus.ts';
import { endInvitation } from './endInvitation.ts';
import { readInviteFacts, type InviteFacts } from './readInviteFacts.ts';
import type { EndDeps } from './writeEnd.ts';

export interface ExpiringInvitation {
  tenantId: string;
  uid: string;
  /** The one that the sweep has found: a newer one that took its place is not touched. */
  inviteId: string;
  /** Who will project the claims: chosen before the transaction. */
  holder: string;
}

/** What it came to: `not-due` where somebody ended it, replaced it, or it has time left. */
export type Expiry = { kind: 'expired'; claimsWork: ClaimsWork | null } | { kind: 'not-due' };

/** Frees the seat, and takes back the membership and the claims: once, however often it is run. */
export async function expireInvitation(
  tx: Tx,
  deps: EndDeps,
  { tenantId, uid, inviteId, holder }: ExpiringInvitation,
  now: Date,
): Promise<Expiry> {
  const facts = await findFacts(tx, tenantId, uid);
  if (facts?.invite.inviteId !== inviteId || !isExpiryDue(facts.invite, now)) return { kind: 'not-due' };
  const claimsWork = endInvitation(tx, deps, {
    facts,
    event: 'expire',
    actor: SYSTEM,
    reason: null,
    holder,
    now,
  });
  return { kind: 'expired', claimsWork };
}

/** @returns undefined for an invitation that is gone with its tenant. */
async function findFacts(tx: Tx, tenantId: string, uid: string): Promise<InviteFacts | undefined> {
  try {
    return await readInviteFacts(tx, tenantId, uid);
  } catch (thrown) {
    if (isDomainError(thrown, 'invite/not-found')) return undefined;
    throw thrown;
  }
}
