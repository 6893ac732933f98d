/** Changing how a tenant invites. */
import type { CallableRequest, CallableResponse } from '../contract/callables.ts';
import { documentKeys } from '../contract/documentKeys.ts';
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

  run({ tx, request, settings: stored, audit }) {
    const { inviteLifetimeHours, requireAcceptance, handoverLinks, seatLimit } = stored;
    const before: Settings = { inviteLifetimeHours, requireAcceptance, handoverLinks, seatLimit };
    const answer = wanted(request, before);
    const changed = (Object.keys(before) as (keyof Settings)[]).filter(
      (name) => before[name] !== answer[name],
    );
    if (changed.length > 0) {
      const pick = (from: Settings) => Object.fromEntries(changed.map((name) => [name, from[name]]));
      tx.update(documentKeys.tenantSettings(request.tenantId), pick(answer));
      const facts = { before: pick(before), after: pick(answer) };
      audit({ action: 'tenant.settings_changed', targetUid: null, inviteId: null, ...facts });
    }
    return Promise.resolve({ answer, effects: {} });
  },

  respond: (answer) => answer,
});

/** @returns the settings as the request wants them: what it leaves out stays as it is. */
function wanted(request: CallableRequest<'updateTenantSettings'>, before: Settings): Settings {
  const { seatLimit } = request;
  return {
    inviteLifetimeHours: request.inviteLifetimeHours ?? before.inviteLifetimeHours,
    requireAcceptance: request.requireAcceptance ?? before.requireAcceptance,
    handoverLinks: request.handoverLinks ?? before.handoverLinks,
    seatLimit: seatLimit === 'unlimited' ? null : (seatLimit ?? before.seatLimit),
  };
}
