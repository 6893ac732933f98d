import { useEffect } from 'react';
import { Outlet, useParams } from 'react-router-dom';
import { useAuth } from '../shared/session/AuthContext.ts';
import { Loading } from '../shared/ui/Loading.tsx';
import { UnknownTenant } from './UnknownTenant.tsx';

/** Pages of one tenant: the address decides which, and the session follows it. */
export function TenantLayout() {
  const { tenantId = '' } = useParams();
  const { hrx, memberships, activeTenantId, setActiveTenant } = useAuth();
  const belongs = hrx || memberships.some((membership) => membership.tenantId === tenantId);

  useEffect(() => {
    if (belongs) setActiveTenant(tenantId);
  }, [belongs, tenantId, setActiveTenant]);

  if (!belongs) return <UnknownTenant />;
  if (activeTenantId !== tenantId) return <Loading label="Loading the company" />;
  return <Outlet />;
}
