import { collection, getDocs, limit, query, where, type QueryConstraint } from 'firebase/firestore';
import { useEffect, useState } from 'react';
import type {
  MemberDocument,
  PendingInviteDocument,
} from '../../../../../functions/src/contract/documents.ts';
import { paths } from '../../../../../functions/src/contract/paths.ts';
import { firestore } from '../../../shared/firebase/firestore.ts';

export interface Inviter {
  uid: string;
  name: string;
}

/** More than a company has people who invite. */
const EACH_MAX = 50;

const WHO_INVITES: readonly QueryConstraint[] = [
  where('role', '==', 'Admin'),
  where('permissions', 'array-contains', 'invites:create'),
];

/**
 * @param wanted only when somebody wants to choose
 * @param rows those on the screen, who may have been sent by somebody who is no member: HRX staff
 * @returns whom the list can be filtered by, in order of their names
 */
export function useInviters(
  tenantId: string,
  wanted: boolean,
  rows: readonly PendingInviteDocument[],
): Inviter[] {
  const [members, setMembers] = useState<Inviter[]>([]);
  useEffect(() => {
    if (!wanted) return;
    let isLeft = false;
    void readInviters(tenantId).then((found) => {
      if (!isLeft) setMembers(found);
    });
    return () => {
      isLeft = true;
    };
  }, [tenantId, wanted]);

  const names = new Map(rows.map(({ inviterUid, inviterName }) => [inviterUid, inviterName]));
  for (const { uid, name } of members) names.set(uid, name);
  return [...names]
    .map(([uid, name]) => ({ uid, name }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** Who may not read members, or has no connection, chooses among those on the screen. */
async function readInviters(tenantId: string): Promise<Inviter[]> {
  const members = collection(firestore, paths.members(tenantId));
  const answers = await Promise.allSettled(
    WHO_INVITES.map((who) => getDocs(query(members, who, limit(EACH_MAX)))),
  );
  return answers
    .flatMap((answer) => (answer.status === 'fulfilled' ? answer.value.docs : []))
    .map((snapshot) => snapshot.data() as MemberDocument)
    .map(({ uid, firstName, lastName }) => ({ uid, name: `${firstName} ${lastName}` }));
}
