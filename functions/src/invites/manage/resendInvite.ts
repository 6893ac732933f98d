/** Sending an invitation again: new links, a new end, a new mail. Older links open nothing from the commit on. */
import type { Instant } from '../../contract/documents.ts';
import { documentKeys } from '../../contract/documentKeys.ts';
import { attentionOf, nearEndOf } from '../../domain/inviteAttention.ts';
import { nextResendAt } from '../../domain/resends.ts';
import { writeOutbox } from '../../outbox/outboxWork.ts';
import { DomainError } from '../../platform/DomainError.ts';
import { isoOf } from '../../platform/millisOf.ts';
import { tenantCommand } from '../../tenants/tenantCommand.ts';
import { writeInviteEvent } from '../events/writeInviteEvent.ts';
import type { InviteDeps } from '../inviteDeps.ts';
import { handoverUrl, type HandoverLink } from '../links/handoverUrl.ts';
import { writeLinks } from '../links/writeLinks.ts';
import { invitationWork } from '../send/invitationWork.ts';
import { firstMail } from '../send/inviteMail.ts';
import { assertMayAct, assertMayManageOpen } from '../assertMayManage.ts';
import { factsOf, invitationKeys } from './invitationKeys.ts';
import { writeInvitedMember } from './writeInvitedMember.ts';

interface Resent extends HandoverLink {
  inviteId: string;
  send: number;
  expiresAt: Instant | Date;
  nextResendAt: Instant | Date | null;
}

/**
 * @throws tenant/not-found, invite/not-allowed, invite/not-pending, invite/not-yours, invite/offer-above-yours,
 *   invite/resent-recently, invite/resent-too-often, request/key-reused, invite/replaced for a repetition whose link is
 *   not the current one any more, auth/*.
 */
export const resendInvite = tenantCommand<InviteDeps>()('resendInvite', {
  prepare: ({ deps }) => ({
    nonces: { mail: deps.random.hex(16), handover: deps.random.hex(16) },
    eventId: deps.random.hex(10),
    holder: deps.random.hex(10),
  }),
  keys: ({ request: { tenantId, uid } }) => invitationKeys(tenantId, uid),
  assertMay: assertMayAct,

  run(act) {
    const { tx, now, deps, caller, request, prepared, settings, read, audit } = act;
    const { tenantId, uid } = request;
    const before = assertMayManageOpen(caller, read.invite, now);
    assertMayResend(before, now);
    const hours = before.lifetimeHours ?? settings.inviteLifetimeHours;
    const count = before.resends.count + 1;
    const fresh = {
      generation: before.generation + 1,
      expiresAt: new Date(now.getTime() + hours * 3600_000),
      resends: { count, lastAt: now },
      mail: { ...firstMail(now), sends: before.mail.sends + 1 },
      remindedAt: null,
    };
    const invite = { ...before, ...fresh };
    const dates = { nearEndAt: nearEndOf(invite), attention: attentionOf(invite, now) };
    tx.update(documentKeys.pendingInvite(tenantId, uid), { ...fresh, ...dates });
    const handover = writeLinks(tx, deps.linkKeys(), invite, prepared.nonces);
    const outbox = writeOutbox(tx, invitationWork({ ...invite, send: invite.mail.sends }), now);
    const inClaims = read.user?.memberships[tenantId]?.inClaims === true;
    const facts = factsOf(act, before);
    const claimsWork = writeInvitedMember(tx, { invite, facts, inClaims, holder: prepared.holder, now });
    const { inviteId, generation, expiresAt } = invite;
    audit({ action: 'invite.resent', targetUid: uid, inviteId, before: null, after: { count } });
    const id = prepared.eventId;
    writeInviteEvent(tx, invite, { id, kind: 'resent', actor: caller, details: { count }, at: now });
    const next = nextResendAt({ resends: { count, lastAt: { toMillis: () => now.getTime() } } });
    const answer: Resent = {
      tenantId,
      uid,
      inviteId,
      generation,
      ...handover,
      send: invite.mail.sends,
      expiresAt,
      nextResendAt: next === null ? null : new Date(next),
    };
    return Promise.resolve({ answer, effects: { claimsWork, outbox: [outbox] } });
  },

  repeat(answer: Resent, { now, caller, read: { invite, secrets } }) {
    assertMayManageOpen(caller, invite, now);
    if (answer.generation !== secrets?.generation) throw new DomainError('invite/replaced');
    return { answer, effects: { outbox: [{ id: invitationWork(answer).id, round: 1 }] } };
  },

  respond: (answer, _done, { deps }) => ({
    inviteLink: handoverUrl(deps, answer),
    expiresAt: isoOf(answer.expiresAt),
    nextResendAt: answer.nextResendAt && isoOf(answer.nextResendAt),
  }),
});

function assertMayResend(invite: Parameters<typeof nextResendAt>[0], now: Date): void {
  const next = nextResendAt(invite);
  if (next === null) throw new DomainError('invite/resent-too-often');
  const wait = next - now.getTime();
  if (wait <= 0) return;
  throw new DomainError('invite/resent-recently', {
    details: { retryAfterSeconds: Math.ceil(wait / 1000) },
  });
}
