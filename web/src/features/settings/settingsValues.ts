/** The settings as the page's fields hold them. */
import type { CallableInput } from '../../../../functions/src/contract/callables.ts';
import type { TenantSettingsDocument } from '../../../../functions/src/contract/documents.ts';

export type StoredSettings = Pick<
  TenantSettingsDocument,
  | 'inviteLifetimeHours'
  | 'reminders'
  | 'freshLinks'
  | 'replyTo'
  | 'timeZone'
  | 'requireAcceptance'
  | 'handoverLinks'
  | 'seatLimit'
>;

export interface SettingsValues extends Omit<StoredSettings, 'replyTo' | 'seatLimit'> {
  /** Empty: none. */
  replyTo: string;
  /** Empty: no limit. */
  seatLimit: string;
}

export type SettingName = keyof SettingsValues;
export type Changes = Partial<SettingsValues>;

export function valuesOf(settings: StoredSettings): SettingsValues {
  const { inviteLifetimeHours, reminders, freshLinks, timeZone, requireAcceptance, handoverLinks } = settings;
  return {
    inviteLifetimeHours,
    reminders,
    freshLinks,
    timeZone,
    requireAcceptance,
    handoverLinks,
    replyTo: settings.replyTo ?? '',
    seatLimit: settings.seatLimit === null ? '' : String(settings.seatLimit),
  };
}

/** @returns the changes that are any: what was typed and taken back is none. */
export function realChanges(changes: Changes, stored: SettingsValues): Changes {
  const entries = Object.entries(changes) as [SettingName, SettingsValues[SettingName]][];
  return Object.fromEntries(entries.filter(([name, value]) => value !== stored[name]));
}

/** @returns what the callable takes: it finds what is wrong with a number or an address, and says so by the field. */
export function toRequest(tenantId: string, changes: Changes): CallableInput<'updateTenantSettings'> {
  const { replyTo, seatLimit, ...others } = changes;
  return {
    tenantId,
    ...others,
    ...(replyTo !== undefined && { replyTo: replyTo.trim() }),
    ...(seatLimit !== undefined && {
      seatLimit: seatLimit.trim() === '' ? ('unlimited' as const) : Number(seatLimit),
    }),
  };
}
