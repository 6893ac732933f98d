/** The timeline of an invitation: written in the same transaction as what it tells. */
import { documentKeys } from '../../contract/documentKeys.ts';
import type { InviteEventDetails, InviteEventKind, PendingInviteDocument } from '../../contract/documents.ts';
import { hashOf } from '../../platform/random.ts';
import type { Tx } from '../../platform/transaction.ts';

/** Who did it. */
export interface EventActor {
  uid: string | null;
  name: string | null;
}

/** What happens by itself, or by somebody who did not say who they are. */
export const NOBODY: EventActor = { uid: null, name: null };

export interface NewInviteEvent {
  kind: InviteEventKind;
  actor: EventActor;
  details?: InviteEventDetails;
  at: Date;
  /** At random; derived, where the same event may be told twice: the second time changes nothing. */
  id: string;
}

/** @param invite the invitation that it is about: the one of that moment, whatever comes after it. */
export function writeInviteEvent(
  tx: Tx,
  { tenantId, uid, inviteId }: Pick<PendingInviteDocument, 'tenantId' | 'uid' | 'inviteId'>,
  { id, kind, actor, details = {}, at }: NewInviteEvent,
): void {
  tx.set(documentKeys.inviteEvent(tenantId, uid, id), {
    id,
    kind,
    at,
    inviteId,
    actorUid: actor.uid,
    actorName: actor.name,
    details,
  });
}

/** @returns the id of what a mail of an invitation came to: the same for the same news. */
export function mailEventId(inviteId: string, send: number, kind: InviteEventKind, attempts: number): string {
  return hashOf('mail event', inviteId, String(send), kind, String(attempts)).slice(0, 20);
}

/** @returns the invitee as who did it, by the name that they were invited with. */
export function inviteeAsActor({
  uid,
  firstName,
  lastName,
}: Pick<PendingInviteDocument, 'uid' | 'firstName' | 'lastName'>): EventActor {
  return { uid, name: `${firstName} ${lastName}` };
}
