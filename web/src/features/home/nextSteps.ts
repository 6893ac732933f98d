import type { TenantAccess } from '../../shared/session/useTenantAccess.ts';
import { pagePaths } from '../../shared/pagePaths.ts';

export interface NextStep {
  title: string;
  text: string;
  to: string;
}

interface Visitor {
  tenantId: string;
  /** A member who has not said yes so far. */
  isInvited: boolean;
  hrx: boolean;
  access: TenantAccess;
}

/** @returns what somebody can do next, the likeliest first; never a page that would refuse them. */
export function nextSteps({ tenantId, isInvited, hrx, access }: Visitor): NextStep[] {
  const steps: NextStep[] = [];
  const invitations = pagePaths.invitations.getHref(tenantId);
  const mine = pagePaths.myInvitations.getHref();
  if (isInvited) {
    return [{ title: 'Accept your invitation', text: 'Your place is kept until you say yes.', to: mine }];
  }
  if (access.canInvite) {
    steps.push({
      title: 'Invite people',
      text: 'Send an invitation, or hand over its link.',
      to: invitations,
    });
  } else if (access.canReadMembers) {
    steps.push({
      title: 'See who was invited',
      text: 'Watch who has accepted and who has not.',
      to: invitations,
    });
  }
  if (hrx)
    steps.push({
      title: 'Go to another tenant',
      text: 'All tenants, by name.',
      to: pagePaths.tenants.getHref(),
    });
  steps.push({ title: 'Look at invitations to you', text: 'Other tenants may want you too.', to: mine });
  return steps;
}
