import { useCallable, type Callable } from '../../../shared/callable/useCallable.ts';
import { useToast } from '../../../shared/ui/ToastContext.ts';

export interface DeclineInvite extends Pick<Callable<'declineInvite'>, 'loading' | 'error'> {
  decline: (reason: string) => void;
}

/** Says no to one invitation; it then leaves the list by itself. */
export function useDeclineInvite(tenantId: string, tenantName: string): DeclineInvite {
  const { loading, error, run } = useCallable('declineInvite');
  const showToast = useToast();
  const decline = async (reason: string) => {
    if (!(await run({ tenantId, reason: reason.trim() || null }))) return;
    showToast(`You declined the invitation to ${tenantName}.`, 'info');
  };
  return { loading, error, decline: (reason) => void decline(reason) };
}
