import { call } from '../../../shared/callable/call.ts';
import { useToast } from '../../../shared/ui/ToastContext.ts';
import { useAction, type Action } from '../../../shared/callable/useAction.ts';

export interface DeclineInvite extends Pick<Action, 'busy' | 'problem'> {
  decline: (reason: string) => void;
}

/** Says no to one invitation; it then leaves the list by itself. */
export function useDeclineInvite(tenantId: string, tenantName: string): DeclineInvite {
  const { busy, problem, run } = useAction();
  const showToast = useToast();
  const decline = (reason: string) =>
    run(async () => {
      await call('declineInvite', { tenantId, reason: reason.trim() || null });
      showToast(`You declined the invitation of ${tenantName}.`, 'info');
    });
  return { busy, problem, decline };
}
