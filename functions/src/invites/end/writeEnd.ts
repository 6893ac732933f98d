/** What every end of an invitation writes: its status, the tenant's seats, and who did it. */
import { writeAudit } from '../../audit/writeAudit.ts';
import { documentKeys } from '../../contract/documentKeys.ts';
import type {
  AuditAction,
  AuditActor,
  AuditFacts,
  InviteEventKind,
  PendingInviteDocument,
  Written,
} from '../../contract/documents.ts';
import type { EndRule, InviteStatus } from '../../contract/statuses.ts';
import { attentionOf } from '../../domain/inviteAttention.ts';
import type { InviteEvent } from '../../domain/inviteStatus.ts';
import type { InviterNotice } from '../../contract/notices.ts';
import { writeInviterNotice } from '../../notices/writeNotice.ts';
import type { Random } from '../../platform/random.ts';
import type { Tx } from '../../platform/transaction.ts';
import { writeSeats, type SeatMove } from '../../tenants/seats.ts';
import { inviteeAsActor, NOBODY, writeInviteEvent, type EventActor } from '../events/writeInviteEvent.ts';
import type { InviteFacts } from './readInviteFacts.ts';
import { statusAfter } from './statusAfter.ts';

export interface EndDeps {
  random: Random;
}

/** Why it ended: in somebody's own words, which stay out of the audit, or by a rule of ours. */
export type EndReason = { words: string } | { rule: EndRule };

export interface InvitationEnd {
  facts: InviteFacts;
  event: Exclude<InviteEvent, 'invite'>;
  /** Who ended it, in which capacity, and how that is signed on the timeline: an invitee by the invitation's own name. */
  actor: AuditActor & { name?: string };
  reason: EndReason | null;
  /** Another invitation takes over the seat, and counts it. */
  keepsSeat?: boolean;
  /** Who will project the claims. */
  holder: string;
  now: Date;
}

interface EndKind {
  action: AuditAction;
  move: SeatMove;
  fields: (now: Date, reason: string | null) => Partial<Written<PendingInviteDocument>>;
  told: InviteEventKind;
  /** What its inviter is told by email. */
  notice: InviterNotice | null;
}

const KINDS: Readonly<Record<InvitationEnd['event'], EndKind>> = {
  accept: {
    action: 'invite.accepted',
    move: 'convert',
    fields: (acceptedAt) => ({ acceptedAt }),
    told: 'accepted',
    notice: 'accepted',
  },
  decline: {
    action: 'invite.declined',
    move: 'release',
    fields: (declinedAt, declinedReason) => ({ declinedAt, declinedReason }),
    told: 'declined',
    notice: 'declined',
  },
  revoke: {
    action: 'invite.revoked',
    move: 'release',
    fields: (revokedAt, revokedReason) => ({ revokedAt, revokedReason }),
    told: 'revoked',
    notice: null,
  },
  // When it expired stands in `expiresAt`.
  expire: {
    action: 'invite.expired',
    move: 'release',
    fields: () => ({}),
    told: 'expired',
    notice: 'expired',
  },
};

/**
 * @param details what the audit says of it beside status and reason.
 * @returns the new status.
 * @throws the exact state of an invitation that has ended otherwise.
 */
export function writeEnd(
  tx: Tx,
  deps: EndDeps,
  { facts, event, actor, reason, keepsSeat = false, now }: InvitationEnd,
  details: AuditFacts = {},
): InviteStatus {
  const { invite, settings } = facts;
  const { tenantId, uid, inviteId } = invite;
  const { action, move, fields, told, notice } = KINDS[event];
  const status = statusAfter(invite, event, now);
  const stored = storedReason(reason);
  tx.update(documentKeys.pendingInvite(tenantId, uid), {
    ...fields(now, stored),
    status,
    endedAt: event === 'expire' ? invite.expiresAt : now,
    attention: attentionOf({ ...invite, status }, now),
  });
  writeInviteEvent(tx, invite, {
    id: deps.random.hex(10),
    kind: told,
    actor: eventActorOf(invite, actor, reason),
    details: stored === null ? {} : { reason: stored },
    at: now,
  });
  const receiverUid = invite.inviterUid;
  if (notice) writeInviterNotice(tx, { notice, receiverUid, tenantId, uid, inviteId }, 'end', now);
  if (!keepsSeat) writeSeats(tx, tenantId, settings, [move]);
  const audited = { status, ...details, ...auditedReason(reason) };
  writeAudit(
    tx,
    deps.random,
    {
      action,
      tenantId,
      actorUid: actor.uid,
      actorKind: actor.kind,
      targetUid: uid,
      inviteId,
      before: { status: 'pending' },
      after: audited,
    },
    now,
  );
  return status;
}

/** A rule of ours ended it by itself, whoever's attempt it was that found it out: but for who corrected an address. */
function eventActorOf(
  invite: PendingInviteDocument,
  { uid, kind, name = null }: Omit<InvitationEnd['actor'], 'name'> & { name?: string | null },
  reason: EndReason | null,
): EventActor {
  const isByItself =
    kind === 'system' || (reason && 'rule' in reason && reason.rule === 'inviter_lost_right');
  if (isByItself) return NOBODY;
  return kind === 'invitee' ? inviteeAsActor(invite) : { uid, name };
}

function storedReason(reason: EndReason | null): string | null {
  if (!reason) return null;
  return 'rule' in reason ? reason.rule : reason.words;
}

function auditedReason(reason: EndReason | null): AuditFacts {
  if (!reason) return {};
  return 'rule' in reason ? { reason: reason.rule } : { hasReason: true };
}
