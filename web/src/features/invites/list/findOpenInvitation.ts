import { collection, getDocs, limit, query, where } from 'firebase/firestore';
import { paths } from '../../../../../functions/src/contract/paths.ts';
import { firestore } from '../../../shared/firebase/firestore.ts';

/**
 * @param sentBy only among what this person sent, for who may not see others'
 * @returns whose invitation is for this address; null where there is none that the caller sees, or no connection
 */
export async function findOpenInvitation(
  tenantId: string,
  email: string,
  sentBy: string | null,
): Promise<string | null> {
  const ofAddress = [where('email', '==', email.trim().toLowerCase()), where('status', '==', 'pending')];
  const own = sentBy === null ? [] : [where('inviterUid', '==', sentBy)];
  try {
    const found = await getDocs(
      query(collection(firestore, paths.pendingInvites(tenantId)), ...own, ...ofAddress, limit(1)),
    );
    return found.docs[0]?.id ?? null;
  } catch {
    return null;
  }
}
