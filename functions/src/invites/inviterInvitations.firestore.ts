/** The invitations that one person answers for in a tenant, page by page. */
import { FieldPath, type Firestore } from 'firebase-admin/firestore';
import type { PendingInviteDocument } from '../contract/documents.ts';
import { paths } from '../contract/paths.ts';

export interface InvitationsAsked {
  tenantId: string;
  offeredByUid: string;
  /** The uid of the last invitee of the page before; null at the beginning. */
  after: string | null;
  limit: number;
}

export interface InviterInvitations {
  /** @returns those that nobody has answered, in the order of the invitees' uids; some may have ended. */
  listUnanswered(asked: InvitationsAsked): Promise<PendingInviteDocument[]>;
}

export function inviterInvitations(db: Firestore): InviterInvitations {
  return {
    async listUnanswered({ tenantId, offeredByUid, after, limit }) {
      const query = db
        .collection(paths.pendingInvites(tenantId))
        .where('offeredByUid', '==', offeredByUid)
        .where('status', '==', 'pending' satisfies PendingInviteDocument['status'])
        .orderBy(FieldPath.documentId())
        .limit(limit);
      const found = await (after === null ? query : query.startAfter(after)).get();
      return found.docs.map((document) => document.data() as PendingInviteDocument);
    },
  };
}
