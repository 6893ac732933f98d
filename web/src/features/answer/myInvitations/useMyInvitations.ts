import { collectionGroup, query, where } from 'firebase/firestore';
import { useEffect, useState } from 'react';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { PENDING_INVITES } from '../../../../../functions/src/contract/paths.ts';
import type { InviteStatus } from '../../../../../functions/src/contract/statuses.ts';
import { firestore } from '../../../shared/firebase/firestore.ts';
import { listenToQuery } from '../../../shared/firebase/listen.ts';
import { useAuth } from '../../../shared/session/AuthContext.ts';

export type MyInvitations =
  | { state: 'loading' }
  /** It is not known that the address is this person's: what waits for it is not shown. */
  | { state: 'not-proven' }
  | { state: 'failed'; retry: () => void }
  | { state: 'loaded'; invites: PendingInviteDocument[] };

const PENDING: InviteStatus = 'pending';

/** @returns the invitations that wait for this account, in any tenant, live; those past their end are still among them. */
export function useMyInvitations(): MyInvitations {
  const { user } = useAuth();
  const [attempt, setAttempt] = useState(0);
  const [found, setFound] = useState<MyInvitations>({ state: 'loading' });
  const uid = user?.uid;
  const email = user?.email;
  const isVerified = user?.emailVerified === true;

  useEffect(() => {
    if (!uid || !email || !isVerified) return;
    const retry = () => {
      setFound({ state: 'loading' });
      setAttempt((before) => before + 1);
    };
    // The rules can judge the list only where it names uid and address; the server judges the address.
    const mine = query(
      collectionGroup(firestore, PENDING_INVITES),
      where('uid', '==', uid),
      where('email', '==', email),
      where('status', '==', PENDING),
    );
    return listenToQuery(
      mine,
      ({ docs }) =>
        setFound({ state: 'loaded', invites: docs.map((each) => each.data() as PendingInviteDocument) }),
      ({ code }) =>
        setFound(code === 'permission-denied' ? { state: 'not-proven' } : { state: 'failed', retry }),
    );
  }, [uid, email, isVerified, attempt]);

  return isVerified ? found : { state: 'not-proven' };
}
