import type { TenantSettingsDocument } from '../../../../functions/src/contract/documents.ts';
import type { TenantAccess } from '../../shared/session/useTenantAccess.ts';
import { pagePaths } from '../../shared/routing/pagePaths.ts';

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
  access: Pick<TenantAccess, 'can'>;
  /** For those who may read them; null for others, and until they are there. */
  settings: Pick<TenantSettingsDocument, 'pendingInvites' | 'seatLimit' | 'seatsUsed'> | null;
  /** Other tenants that they are in, where they are few. */
  elsewhere: readonly { tenantId: string; name: string; role: string }[];
}

/** @returns what somebody can do next, the likeliest first; never a page that would refuse them. */
export function nextSteps({ tenantId, isInvited, hrx, access, settings, elsewhere }: Visitor): NextStep[] {
  const mine = pagePaths.myInvitations.getHref();
  if (isInvited) {
    return [{ title: 'Accept your invitation', text: 'You become a member when you accept.', to: mine }];
  }
  return [
    ...invitingSteps(pagePaths.invitations.getHref(tenantId), access, settings),
    ...(hrx
      ? [{ title: 'Go to another company', text: 'See all companies.', to: pagePaths.tenants.getHref() }]
      : []),
    ...elsewhere.map(({ tenantId: other, name, role }) => ({
      title: `Go to ${name}`,
      text: `You are ${role} there.`,
      to: pagePaths.tenant.getHref(other),
    })),
    { title: 'My invitations', text: 'See invitations sent to you.', to: mine },
  ];
}

function invitingSteps(
  to: string,
  access: Pick<TenantAccess, 'can'>,
  settings: Visitor['settings'],
): NextStep[] {
  const invite = 'Send an invitation email or share a link.';
  const waiting = settings?.pendingInvites ?? 0;
  const watch = { title: 'See who was invited', text: waitingInWords(waiting), to };
  if (access.can('invites:create')) {
    const text = settings?.seatLimit
      ? `${invite} ${seatsInWords(settings.seatLimit, settings.seatsUsed)}`
      : invite;
    return [{ title: 'Invite people', text, to }, ...(waiting > 0 ? [watch] : [])];
  }
  return access.can('members:read') ? [watch] : [];
}

function waitingInWords(count: number): string {
  if (count === 0) return 'See who has accepted.';
  return count === 1 ? '1 invitation is open.' : `${count} invitations are open.`;
}

function seatsInWords(limit: number, used: number): string {
  const free = Math.max(0, limit - used);
  return free === 0 ? `All ${limit} seats are taken.` : `${free} of ${limit} seats are free.`;
}
