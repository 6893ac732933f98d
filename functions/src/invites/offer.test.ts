import { describe, expect, it } from 'vitest';
import type { Actor, Standing } from '../domain/authority.ts';
import { assertMayOffer, mayStandFor, mayStandBeforeAcceptance } from './offer.ts';

const worker: Standing = { role: 'Worker', securityLevel: '2', permissions: [] };
const rita: Actor = { kind: 'member', role: 'Recruiter', securityLevel: '3', permissions: [] };
const inviting: Actor = { ...rita, permissions: ['invites:create'] };

describe('offering', () => {
  it('takes the right to invite and enough of one’s own', () => {
    expect(mayStandFor(inviting, worker)).toBe(true);
    expect(() => assertMayOffer(inviting, worker)).not.toThrow();
    expect(mayStandFor({ ...rita, permissions: ['invites:manage'] }, worker)).toBe(true);
    expect(mayStandFor({ kind: 'hrx' }, { ...worker, role: 'Admin' })).toBe(true);
  });

  it('is not for who has no right to invite, and says so first', () => {
    expect(mayStandFor(rita, worker)).toBe(false);
    expect(() => assertMayOffer(rita, { ...worker, role: 'Admin' })).toThrow('invite/not-allowed');
    expect(mayStandFor(undefined, worker)).toBe(false);
  });

  it('never goes above one’s own', () => {
    expect(mayStandFor(inviting, { ...worker, role: 'Manager' })).toBe(false);
    expect(() => assertMayOffer(inviting, { ...worker, securityLevel: '4' })).toThrow(
      'invite/offer-too-high',
    );
  });
});

describe('standing in the claims before acceptance', () => {
  const open = { requireAcceptance: false };

  it.each([
    ['a Worker', worker, open, true],
    ['a Worker of a tenant that wants acceptance', worker, { requireAcceptance: true }, false],
    ['an Admin', { ...worker, role: 'Admin' as const }, open, false],
    ['a Worker with permissions', { ...worker, permissions: ['members:read' as const] }, open, false],
  ])('%s: %#', (_name, offer, settings, expected) => {
    expect(mayStandBeforeAcceptance(offer, settings)).toBe(expected);
  });
});
