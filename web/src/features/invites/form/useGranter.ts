import { useContext } from 'react';
import { AuthContext } from '../../../shared/session/AuthContext.ts';
import type { Granter } from './grantable.ts';

interface InvitingIn {
  tenantId: string | null;
  granter: Granter;
}

/**
 * Into which tenant a form invites, and what limits its choices. A form may also be mounted without a session above it:
 * then it needs the tenant, and the server alone sets limits.
 * @param tenantId the tenant that the form was given; without it the one that the person works in
 */
export function useGranter(tenantId: string | undefined): InvitingIn {
  const session = useContext(AuthContext);
  const chosen = tenantId ?? session?.activeTenantId ?? null;
  const membership = session?.memberships.find((each) => each.tenantId === chosen);
  return { tenantId: chosen, granter: session?.hrx ? null : (membership ?? null) };
}
