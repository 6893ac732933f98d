import { useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { call } from '../../../shared/callable/call.ts';
import { pagePaths } from '../../../shared/routing/pagePaths.ts';
import { useAuth } from '../../../shared/session/AuthContext.ts';
import { toProblem } from '../../../shared/callable/toProblem.ts';

export interface AcceptInvite {
  accept: (tenantId: string) => void;
  /** The tenant whose invitation is being accepted. */
  acceptingTenantId: string | null;
  /** Why the last try failed, and for which tenant. */
  failure: { tenantId: string; message: string } | null;
}

/** Accepts an invitation, fetches the new claims, and goes straight into the tenant: one at a time. */
export function useAcceptInvite(): AcceptInvite {
  const { refreshClaims } = useAuth();
  const navigate = useNavigate();
  const isWorking = useRef(false);
  const [acceptingTenantId, setAcceptingTenantId] = useState<string | null>(null);
  const [failure, setFailure] = useState<AcceptInvite['failure']>(null);

  const accept = async (tenantId: string) => {
    if (isWorking.current) return;
    isWorking.current = true;
    setAcceptingTenantId(tenantId);
    setFailure(null);
    try {
      await call('acceptInvite', { tenantId });
      await refreshClaims();
      // It stays busy until the page has gone: a second click would accept again.
      await navigate(pagePaths.tenant.getHref(tenantId));
    } catch (error) {
      setFailure({ tenantId, message: toProblem(error).message });
      isWorking.current = false;
      setAcceptingTenantId(null);
    }
  };

  return { accept: (tenantId) => void accept(tenantId), acceptingTenantId, failure };
}
