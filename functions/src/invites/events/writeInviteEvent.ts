/** The timeline of an invitation: written in the same transaction as what it tells. */
import { documentKeys } from '../../contract/documentKeys.ts';
import type {
  InviteEventDetails,
  InviteEventDocument,
  InviteEventKind,
  PendingInviteDocument,
  Written,
} from '../../contract/documents.ts';
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

type Told = Pick<PendingInviteDocument, 'tenantId' | 'uid' | 'inviteId'>;

/** @param invite the invitation that it is about: the one of that moment, whatever comes after it. */
export function writeInviteEvent(tx: Tx, invite: Told, event: NewInviteEvent): void {
  const { key, document } = inviteEvent(invite, event);
  tx.set(key, document);
}

/** @returns the entry, and where it goes. Pure. */
export function inviteEvent(
  { tenantId, uid, inviteId }: Told,
  { id, kind, actor, details = {}, at }: NewInviteEvent,
) {
  const document: Written<InviteEventDocument> = {
    id,
    kind,
    at,
    inviteId,
    actorUid: actor.uid,
    actorName: actor.name,
    details,
  };
  return { key: documentKeys.inviteEvent(tenantId, uid, id), document };
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
