import { describe, expect, it } from 'vitest';
import { can, canManageTenant, type Actor } from '../domain/authority.ts';
import { DomainError } from '../platform/DomainError.ts';
import { actingAs } from './actingAs.ts';

const admin: Actor = { kind: 'member', role: 'Admin', securityLevel: '7', permissions: [] };
const rita: Actor = {
  kind: 'member',
  role: 'Recruiter',
  securityLevel: '3',
  permissions: ['invites:create'],
};
const walt: Actor = { kind: 'member', role: 'Worker', securityLevel: '2', permissions: [] };
const hrx: Actor = { kind: 'hrx' };

const invites = (actor: Actor) => {
  if (!can(actor, 'invites:create')) throw new DomainError('invite/not-allowed');
};
const manages = (actor: Actor) => {
  if (!canManageTenant(actor)) throw new DomainError('tenant/not-allowed');
};
const anybody = () => {};

describe('acting with an unproven address', () => {
  it.each<[string, Actor, (actor: Actor) => void]>([
    ['an Admin invites', admin, invites],
    ['an Admin changes the tenant', admin, manages],
    ['who was granted that invites', rita, invites],
    ['HRX does anything', hrx, anybody],
  ])('%s: no, and yes once it is proven [ATTACK-31]', (_what, actor, assertMay) => {
    expect(() => actingAs(actor, false, assertMay)).toThrow('auth/address-not-proven');
    expect(actingAs(actor, true, assertMay)).toEqual(actor);
  });

  it('who may not do it anyway is told that', () => {
    for (const isProven of [true, false]) {
      expect(() => actingAs(walt, isProven, invites)).toThrow('invite/not-allowed');
      expect(() => actingAs(rita, isProven, manages)).toThrow('tenant/not-allowed');
    }
  });

  it('what takes no power is done without any', () => {
    expect(actingAs(walt, false, anybody)).toEqual(walt);
    expect(actingAs(rita, false, anybody)).toEqual({ ...rita, permissions: [] });
    expect(actingAs(admin, false, anybody)).toEqual({
      kind: 'member',
      role: 'Manager',
      securityLevel: '5',
      permissions: [],
    });
  });
});
