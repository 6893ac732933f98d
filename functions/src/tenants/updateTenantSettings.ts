/** Changing how a tenant invites. */
import type { CallableRequest, CallableResponse } from '../contract/callables.ts';
import { documentKeys } from '../contract/documentKeys.ts';
import type { AuditFacts, TenantSettingsDocument } from '../contract/documents.ts';
import { canManageTenant } from '../domain/authority.ts';
import { DomainError } from '../platform/DomainError.ts';
import { tenantCommand } from './tenantCommand.ts';

type Settings = CallableResponse<'updateTenantSettings'>;

/** @throws tenant/not-found, tenant/not-allowed, tenant/hrx-only for a seat limit, auth/*. */
export const updateTenantSettings = tenantCommand()('updateTenantSettings', {
  assertMay(actor, { request }) {
    if (!canManageTenant(actor)) throw new DomainError('tenant/not-allowed');
    const setsSeats = (request.seatLimit ?? null) !== null;
    if (setsSeats && actor.kind !== 'hrx') throw new DomainError('tenant/hrx-only');
  },

  run({ tx, request, settings, audit }) {
    const before = switchesOf(settings);
    const answer = wanted(request, before);
    const changed = (Object.keys(before) as (keyof Settings)[]).filter(
      (name) => before[name] !== answer[name],
    );
    if (changed.length > 0) {
      const pick = (from: object) =>
        Object.fromEntries(Object.entries(from).filter(([name]) => changed.includes(name as keyof Settings)));
      tx.update(documentKeys.tenantSettings(request.tenantId), pick(answer));
      const facts = { before: pick(auditFacts(before)), after: pick(auditFacts(answer)) };
      audit({ action: 'tenant.settings_changed', targetUid: null, inviteId: null, ...facts });
    }
    return Promise.resolve({ answer, effects: {} });
  },

  respond: (answer) => answer,
});

/** @returns what can be changed of the stored settings. */
function switchesOf(stored: TenantSettingsDocument): Settings {
  const { inviteLifetimeHours, reminders, freshLinks, replyTo, timeZone } = stored;
  const { requireAcceptance, handoverLinks, seatLimit } = stored;
  return {
    inviteLifetimeHours,
    reminders,
    freshLinks,
    replyTo,
    timeZone,
    requireAcceptance,
    handoverLinks,
    seatLimit,
  };
}

/** @returns the settings as the request wants them: what it leaves out stays as it is. */
function wanted(request: CallableRequest<'updateTenantSettings'>, before: Settings): Settings {
  const { seatLimit, replyTo } = request;
  return {
    inviteLifetimeHours: request.inviteLifetimeHours ?? before.inviteLifetimeHours,
    reminders: request.reminders ?? before.reminders,
    freshLinks: request.freshLinks ?? before.freshLinks,
    replyTo: replyTo === '' ? null : (replyTo ?? before.replyTo),
    timeZone: request.timeZone ?? before.timeZone,
    requireAcceptance: request.requireAcceptance ?? before.requireAcceptance,
    handoverLinks: request.handoverLinks ?? before.handoverLinks,
    seatLimit: seatLimit === 'unlimited' ? null : (seatLimit ?? before.seatLimit),
  };
}

/** @returns what the audit says of them: it holds no address. */
function auditFacts(settings: Settings): AuditFacts {
  return { ...settings, replyTo: settings.replyTo === null ? 'none' : 'set' };
}
