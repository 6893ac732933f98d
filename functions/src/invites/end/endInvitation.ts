/** The writes that end an invitation without an acceptance, with all that it gave. */
import { writeAudit } from '../../audit/audit.ts';
import { documentKeys } from '../../contract/documentKeys.ts';
import type { AuditAction, AuditFacts, PendingInviteDocument, Written } from '../../contract/documents.ts';
import type { Random } from '../../platform/random.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { ClaimsWork } from '../../members/memberships.ts';
import type { InviteEvent } from '../../domain/inviteStatus.ts';
import { statusAfter } from './statusAfter.ts';
import { writeInviteeMembership, type Answering } from './writeInviteeMembership.ts';

interface Ending extends Answering {
  event: InviteEvent;
  /** What the invitation keeps of its end, beside the status. */
  fields: Partial<Written<PendingInviteDocument>>;
  action: AuditAction;
  after: AuditFacts;
}

/**
 * Frees the seat, and takes back the entry and the claims.
 *
 * @returns the work on the claims.
 * @throws the exact state of an invitation that has ended.
 */
export function endInvitation(
  tx: Tx,
  { random }: { random: Random },
  { event, fields, action, after, ...answering }: Ending,
): ClaimsWork | null {
  const { facts, now } = answering;
  const { invite, settings, member } = facts;
  const { tenantId, uid, inviteId } = invite;
  const status = statusAfter(invite, event, now);
  tx.update(documentKeys.pendingInvite(tenantId, uid), { ...fields, status });
  tx.update(documentKeys.tenantSettings(tenantId), {
    pendingInvites: settings.pendingInvites - 1,
    seatsUsed: settings.seatsUsed - 1,
  });
  const before = { status: 'pending' };
  writeAudit(
    tx,
    random,
    {
      action,
      tenantId,
      actorUid: uid,
      actorKind: 'invitee',
      targetUid: uid,
      inviteId,
      before,
      after: { status, ...after },
    },
    now,
  );
  if (member?.state !== 'invited') return null;
  tx.delete(documentKeys.member(tenantId, uid));
  return writeInviteeMembership(tx, answering, undefined);
}
