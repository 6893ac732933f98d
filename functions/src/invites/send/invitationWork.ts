/** The mail of an invitation as the outbox keeps it. Pure. */
import { outboxId, type NewWork } from '../../outbox/outboxWork.ts';

const KIND = 'invitation';

/** Which mail of which invitation. */
export type InvitationMailRefs = {
  tenantId: string;
  uid: string;
  inviteId: string;
  generation: number;
  /** The invitation's `mail.sends` at that time. */
  send: number;
};

/** @returns what `writeOutbox` takes: the same mail is the same work. */
export function invitationWork({ tenantId, uid, inviteId, generation, send }: InvitationMailRefs): NewWork {
  return {
    id: outboxId(KIND, tenantId, uid, inviteId, generation, send),
    kind: KIND,
    refs: { tenantId, uid, inviteId, generation, send },
  };
}
