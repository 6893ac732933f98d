import { Navigate } from 'react-router-dom';
import { pagePaths } from '../shared/routing/pagePaths.ts';
import { useAuth } from '../shared/session/AuthContext.ts';
import { NoTenantPage } from './NoTenantPage.tsx';

/** Where a signed-in person starts: HRX at the list of tenants, others in the tenant where they were last. */
export function LandingPage() {
  const { hrx, memberships, activeMembership } = useAuth();
  const start = activeMembership ?? memberships.find(({ state }) => state === 'active') ?? memberships[0];

  if (hrx) return <Navigate to={pagePaths.tenants.getHref()} replace />;
  if (start) return <Navigate to={pagePaths.tenant.getHref(start.tenantId)} replace />;
  return <NoTenantPage />;
}
