import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useAction } from '../../../shared/callable/useAction.ts';
import { useCallable } from '../../../shared/callable/useCallable.ts';
import { pagePaths } from '../../../shared/routing/pagePaths.ts';
import { useAuth } from '../../../shared/session/AuthContext.ts';

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
  const { call: acceptInvite } = useCallable('acceptInvite');
  const { loading, error, run } = useAction({ leavesPage: true });
  const [latestTenantId, setLatestTenantId] = useState('');

  const accept = (tenantId: string) =>
    run(async (signal) => {
      setLatestTenantId(tenantId);
      await acceptInvite({ tenantId });
      await refreshClaims();
      if (!signal.aborted) await navigate(pagePaths.tenant.getJoinedHref(tenantId));
    });

  return {
    accept: (tenantId) => void accept(tenantId),
    acceptingTenantId: loading ? latestTenantId : null,
    failure: error && { tenantId: latestTenantId, message: error.message },
  };
}
