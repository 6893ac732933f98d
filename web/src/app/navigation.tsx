import ApartmentOutlined from '@mui/icons-material/ApartmentOutlined';
import DraftsOutlined from '@mui/icons-material/DraftsOutlined';
import ForwardToInboxOutlined from '@mui/icons-material/ForwardToInboxOutlined';
import HomeOutlined from '@mui/icons-material/HomeOutlined';
import SettingsOutlined from '@mui/icons-material/SettingsOutlined';
import type { ReactNode } from 'react';
import { pagePaths } from '../shared/routing/pagePaths.ts';

export interface NavigationItem {
  label: string;
  to: string;
  icon: ReactNode;
}

interface Visitor {
  hrx: boolean;
  /** The tenant whose pages are offered; null where there is none. */
  tenantId: string | null;
  seesInvitations: boolean;
  managesTenant: boolean;
}

/** @returns where this person can go, in the order in which it is shown. */
export function navigationFor({ hrx, tenantId, seesInvitations, managesTenant }: Visitor): NavigationItem[] {
  const items: NavigationItem[] = [];
  if (hrx) items.push({ label: 'Companies', to: pagePaths.tenants.getHref(), icon: <ApartmentOutlined /> });
  if (tenantId) {
    items.push({ label: 'Home', to: pagePaths.tenant.getHref(tenantId), icon: <HomeOutlined /> });
    if (seesInvitations) {
      const to = pagePaths.invitations.getHref(tenantId);
      items.push({ label: 'Invitations', to, icon: <ForwardToInboxOutlined /> });
    }
    if (managesTenant) {
      const to = pagePaths.settings.getHref(tenantId);
      items.push({ label: 'Settings', to, icon: <SettingsOutlined /> });
    }
  }
  items.push({ label: 'My invitations', to: pagePaths.myInvitations.getHref(), icon: <DraftsOutlined /> });
  return items;
}
