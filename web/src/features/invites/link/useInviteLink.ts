import { useCallback, useState } from 'react';
import type { CallableResponse } from '../../../../../functions/src/contract/callables.ts';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { useCallable } from '../../../shared/callable/useCallable.ts';

export interface InviteLink {
  /** The invitation whose link was asked for last. */
  invite: PendingInviteDocument | null;
  /** Neither link nor error: it is on its way. */
  link: CallableResponse<'createInviteLink'> | null;
  /** The sentence for the person. */
  error: string | null;
  /** Asks for the hand-over link. Those that were copied before are the same. */
  createLink: (invite: PendingInviteDocument) => void;
}

/** The hand-over link of an open invitation. */
export function useInviteLink(): InviteLink {
  const { result, error, run } = useCallable('createInviteLink', { hasPlaceholder: true });
  const [invite, setInvite] = useState<PendingInviteDocument | null>(null);
  const createLink = useCallback(
    (chosen: PendingInviteDocument) => {
      setInvite(chosen);
      void run({ tenantId: chosen.tenantId, uid: chosen.uid });
    },
    [run],
  );
  return { invite, link: result, error: error?.message ?? null, createLink };
}
