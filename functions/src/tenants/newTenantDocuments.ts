/** The documents of a new tenant. Pure. */
import { documentKeys } from '../contract/documentKeys.ts';
import type { TenantDocument, TenantSettingsDocument, Written } from '../contract/documents.ts';
import { INVITE_TTL_HOURS } from '../contract/limits.ts';
import { TIME_ZONE_DEFAULT } from '../contract/timeZones.ts';
import { NO_SEATS } from './seats.ts';

export interface NewTenant {
  id: string;
  name: string;
  slug: string;
  color?: string | null;
  /** Settings that are not the usual ones. `ownerUid` is null until the invited owner has accepted. */
  settings?: Partial<TenantSettingsDocument>;
  createdAt: Date;
}

/** @returns each document of the tenant, with its key. */
export function newTenantDocuments({ id, name, slug, color = null, settings, createdAt }: NewTenant) {
  const tenant: Written<TenantDocument> = { name, slug, branding: { color }, createdAt };
  const usual: TenantSettingsDocument = {
    ownerUid: null,
    seatLimit: null,
    ...NO_SEATS,
    inviteLifetimeHours: INVITE_TTL_HOURS,
    reminders: true,
    freshLinks: true,
    replyTo: null,
    timeZone: TIME_ZONE_DEFAULT,
    requireAcceptance: false,
    handoverLinks: true,
  };
  return {
    tenant: { key: documentKeys.tenant(id), document: tenant },
    settings: { key: documentKeys.tenantSettings(id), document: { ...usual, ...settings } },
  };
}
