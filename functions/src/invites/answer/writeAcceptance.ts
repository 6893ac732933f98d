/** The writes of accepting an invitation. */
import { writeAudit } from '../../audit/audit.ts';
import type { CallableRequest } from '../../contract/callables.ts';
import { documentKeys } from '../../contract/documentKeys.ts';
import type { MemberDocument, Written } from '../../contract/documents.ts';
import type { InviteStatus } from '../../contract/statuses.ts';
import type { Random } from '../../platform/random.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { ClaimsWork } from '../../members/memberships.ts';
import { writeInviteeMembership, type Answering } from '../end/writeInviteeMembership.ts';

interface Acceptance extends Answering {
  request: CallableRequest<'acceptInvite'>;
  /** Of the invitation, from now on. */
  status: InviteStatus;
}

/** @returns the work on the claims. The seat that was reserved is now used, so only the open invitations are fewer. */
export function writeAcceptance(
  tx: Tx,
  { random }: { random: Random },
  { request, status, ...answering }: Acceptance,
): ClaimsWork | null {
  const { facts, now } = answering;
  const { invite, settings, member } = facts;
  const { tenantId, uid, role, securityLevel, permissions } = invite;
  const accepted: Written<MemberDocument> = {
    uid,
    tenantId,
    email: invite.email,
    firstName: request.firstName ?? invite.firstName,
    lastName: request.lastName ?? invite.lastName,
    role,
    securityLevel,
    permissions,
    state: 'active',
    invitedUntil: null,
    designation: invite.designation,
    department: invite.department,
    invitedByUid: invite.inviterUid,
    invitedByName: invite.inviterName,
    inviteId: invite.inviteId,
    sync: 'pending',
    createdAt: member?.createdAt ?? now,
    joinedAt: now,
    updatedAt: now,
  };
  tx.set(documentKeys.member(tenantId, uid), accepted);
  tx.update(documentKeys.pendingInvite(tenantId, uid), { status, acceptedAt: now });
  tx.update(documentKeys.tenantSettings(tenantId), { pendingInvites: settings.pendingInvites - 1 });
  writeAudit(
    tx,
    random,
    {
      action: 'invite.accepted',
      tenantId,
      actorUid: uid,
      actorKind: 'invitee',
      targetUid: uid,
      inviteId: invite.inviteId,
      before: { status: 'pending' },
      after: { status, role, securityLevel, permissions },
    },
    now,
  );
  const membership = { role, securityLevel, state: 'active', inClaims: true, since: now } as const;
  return writeInviteeMembership(tx, answering, membership);
}
