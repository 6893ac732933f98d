/** The unanswered invitations of a tenant, page by page. */
import { FieldPath, type Firestore } from 'firebase-admin/firestore';
import type { PendingInviteDocument } from '../contract/documents.ts';
import { paths } from '../contract/paths.ts';

export interface InvitationsAsked {
  tenantId: string;
  /** Whose: who sent them, or who answers for them; of everybody without either. */
  inviterUid?: string | null;
  offeredByUid?: string | null;
  /** The uid of the last invitee of the page before; null at the beginning. */
  after: string | null;
  limit: number;
}

export interface OpenInvitations {
  /** @returns those that nobody has answered, in the order of the invitees' uids; some may have expired. */
  listUnanswered(asked: InvitationsAsked): Promise<PendingInviteDocument[]>;
}

export function openInvitations(db: Firestore): OpenInvitations {
  return {
    async listUnanswered({ tenantId, inviterUid = null, offeredByUid = null, after, limit }) {
      let query = db
        .collection(paths.pendingInvites(tenantId))
        .where('status', '==', 'pending' satisfies PendingInviteDocument['status']);
      if (inviterUid !== null) query = query.where('inviterUid', '==', inviterUid);
      if (offeredByUid !== null) query = query.where('offeredByUid', '==', offeredByUid);
      query = query.orderBy(FieldPath.documentId()).limit(limit);
      const found = await (after === null ? query : query.startAfter(after)).get();
      return found.docs.map((document) => document.data() as PendingInviteDocument);
    },
  };
}
