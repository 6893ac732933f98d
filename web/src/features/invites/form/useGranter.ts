import { useContext } from 'react';
import type { Actor } from '../../../../../functions/src/domain/authority.ts';
import { AuthContext } from '../../../shared/session/AuthContext.ts';

/** The server alone sets limits. */
const UNLIMITED: Actor = { kind: 'hrx' };

interface InvitingIn {
  tenantId: string | null;
  granter: Actor;
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
  if (!membership || session?.hrx) return { tenantId: chosen, granter: UNLIMITED };
  const { role, securityLevel } = membership;
  return { tenantId: chosen, granter: { kind: 'member', role, securityLevel, permissions: [] } };
}
