import { doc, getDoc } from 'firebase/firestore';
import { useEffect, useRef } from 'react';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { paths } from '../../../../../functions/src/contract/paths.ts';
import { firestore } from '../../../shared/firebase/firestore.ts';
import { useToast } from '../../../shared/ui/ToastContext.ts';
import { nameOf } from '../inviteWords.ts';

interface Seen {
  of: string;
  waiting: PendingInviteDocument[];
}

/**
 * Says so, for eye and ear, when somebody answers an invitation that is on the screen, also where it leaves the screen by
 * that.
 *
 * @param of what the rows answer: rows of another question left for another reason
 */
export function useAnswerToasts(of: string, invites: readonly PendingInviteDocument[]): void {
  const showToast = useToast();
  const seen = useRef<Seen>({ of: '', waiting: [] });

  useEffect(() => {
    const tell = (invite: PendingInviteDocument) => {
      if (invite.status === 'accepted') showToast(`${nameOf(invite)} accepted the invitation.`);
      if (invite.status === 'declined') showToast(`${nameOf(invite)} declined the invitation.`, 'info');
    };
    const waited = seen.current.of === of ? seen.current.waiting : [];
    for (const before of waited) {
      const after = invites.find(({ inviteId }) => inviteId === before.inviteId);
      if (after) tell(after);
      else void readAnew(before).then((read) => read && tell(read));
    }
    seen.current = { of, waiting: invites.filter(({ status }) => status === 'pending') };
  }, [of, invites, showToast]);
}

/** @returns the invitation as it is now; null where it is another one, or nobody can say. */
async function readAnew({
  tenantId,
  uid,
  inviteId,
}: PendingInviteDocument): Promise<PendingInviteDocument | null> {
  try {
    const snapshot = await getDoc(doc(firestore, paths.pendingInvite(tenantId, uid)));
    const invite = snapshot.data() as PendingInviteDocument | undefined;
    return invite?.inviteId === inviteId ? invite : null;
  } catch {
    return null;
  }
}
