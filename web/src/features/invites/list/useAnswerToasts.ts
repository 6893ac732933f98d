import { useEffect, useRef } from 'react';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { useToast } from '../../../shared/ui/ToastContext.ts';
import { nameOf } from '../inviteWords.ts';

/** Says so, for eye and ear, when somebody answers an invitation that is on the screen. */
export function useAnswerToasts(invites: readonly PendingInviteDocument[]): void {
  const showToast = useToast();
  const waiting = useRef<ReadonlySet<string>>(new Set());

  useEffect(() => {
    for (const invite of invites) {
      if (!waiting.current.has(invite.inviteId)) continue;
      if (invite.status === 'accepted') showToast(`${nameOf(invite)} accepted the invitation.`);
      if (invite.status === 'declined') showToast(`${nameOf(invite)} declined the invitation.`, 'info');
    }
    waiting.current = new Set(
      invites.filter(({ status }) => status === 'pending').map(({ inviteId }) => inviteId),
    );
  }, [invites, showToast]);
}
