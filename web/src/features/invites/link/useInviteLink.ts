import { useCallback, useRef, useState } from 'react';
import type { CallableResponse } from '../../../../../functions/src/contract/callables.ts';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { call } from '../../../shared/callable/call.ts';
import { toCallError } from '../../../shared/callable/CallError.ts';
import { IdempotencyKeys } from '../../../shared/callable/IdempotencyKeys.ts';

type InviteLink = CallableResponse<'createInviteLink'>;

interface LinkState {
  invite: PendingInviteDocument | null;
  link: InviteLink | null;
  /** The sentence for the person. */
  error: string | null;
}

interface InviteLinkHook extends LinkState {
  /** Makes a fresh hand-over link; the one before is worth nothing from then on. */
  createLink: (invite: PendingInviteDocument) => Promise<void>;
}

/** A fresh hand-over link for an invitation that waits. Neither link nor error: it is on its way. */
export function useInviteLink(): InviteLinkHook {
  const [state, setState] = useState<LinkState>({ invite: null, link: null, error: null });
  const keys = useRef<IdempotencyKeys>(null);

  const createLink = useCallback(async (invite: PendingInviteDocument) => {
    const answer = (link: InviteLink | null, error: string | null) =>
      setState((before) => (before.invite === invite ? { invite, link, error } : before));
    keys.current ??= new IdempotencyKeys();
    const input = { tenantId: invite.tenantId, uid: invite.uid };
    setState({ invite, link: null, error: null });
    try {
      const link = await call('createInviteLink', { ...input, idempotencyKey: keys.current.keyFor(input) });
      keys.current.settle();
      answer(link, null);
    } catch (thrown) {
      const error = toCallError(thrown);
      keys.current.settle(error);
      answer(null, error.message);
    }
  }, []);

  return { ...state, createLink };
}
