/** The timeline of a demo invitation, up to its state. */
import type {
  InviteEventDetails,
  InviteEventKind,
  PendingInviteDocument,
  Written,
} from '../../functions/src/contract/documents.ts';
import {
  inviteeAsActor,
  inviteEvent,
  NOBODY,
  type EventActor,
} from '../../functions/src/invites/events/writeInviteEvent.ts';
import { millisOf } from '../../functions/src/platform/millisOf.ts';

interface Told {
  kind: InviteEventKind;
  at: Date;
  actor?: EventActor;
  details?: InviteEventDetails;
}

/** @returns each entry by its path. */
export function inviteEvents(invite: Written<PendingInviteDocument>): Record<string, object> {
  const entries = told(invite).map(({ actor = NOBODY, ...event }, index) => {
    const { key, document } = inviteEvent(invite, { ...event, actor, id: `demo-${index}` });
    return [key.path, document] as const;
  });
  return Object.fromEntries(entries);
}

function told(invite: Written<PendingInviteDocument>): Told[] {
  const { role, securityLevel, permissions, createdAt, openedAt, inviterUid, inviterName } = invite;
  const inviter = { uid: inviterUid, name: inviterName };
  const sent = new Date(millisOf(createdAt));
  return [
    { kind: 'created', at: sent, actor: inviter, details: { role, securityLevel, permissions } },
    ...mailEvents(invite, sent),
    ...(openedAt
      ? [{ kind: 'opened' as const, at: new Date(millisOf(openedAt)), details: { link: 'mail' } }]
      : []),
    ...endOf(invite, inviter),
  ];
}

/** A mail that is still queued is sent when the suite has started. */
function mailEvents({ mail }: Written<PendingInviteDocument>, sent: Date): Told[] {
  const at = new Date(sent.getTime() + 4000);
  const tried = { send: 1, attempts: 1 };
  if (mail.state === 'sent') return [{ kind: 'mailed', at, details: tried }];
  if (mail.state !== 'failed') return [];
  return [{ kind: 'mail_failed', at, details: { ...tried, error: mail.error } }];
}

function endOf(invite: Written<PendingInviteDocument>, inviter: EventActor): Told[] {
  const { status, endedAt, declinedReason, revokedReason } = invite;
  if (status === 'pending' || !endedAt) return [];
  const at = new Date(millisOf(endedAt));
  const actor = {
    accepted: inviteeAsActor(invite),
    declined: inviteeAsActor(invite),
    revoked: inviter,
    expired: NOBODY,
  };
  const reason = declinedReason ?? revokedReason;
  return [{ kind: status, at, actor: actor[status], details: reason === null ? {} : { reason } }];
}
