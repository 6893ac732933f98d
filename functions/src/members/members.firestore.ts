/** Questions about the members of a tenant that take more than one document. */
import type { Firestore } from 'firebase-admin/firestore';
import type { MemberDocument } from '../contract/documents.ts';
import { paths } from '../contract/paths.ts';
import type { Tx } from '../platform/transaction.ts';

export interface MemberStore {
  /** @returns the uids of who is an Admin there and active, whatever their accounts are. */
  listActiveAdmins(tx: Tx, tenantId: string): Promise<string[]>;
}

export function memberStore(db: Firestore): MemberStore {
  return {
    async listActiveAdmins(tx, tenantId) {
      const query = db
        .collection(paths.members(tenantId))
        .where('role', '==', 'Admin' satisfies MemberDocument['role'])
        .where('state', '==', 'active' satisfies MemberDocument['state']);
      return (await tx.firestore.get(query)).docs.map((document) => document.id);
    },
  };
}
