import { describe, expect, it } from 'vitest';
import { CLAIMS_BYTES_MAX, computeClaims } from './computeClaims.ts';
import type { ProjectedMembership, ProjectedMemberships } from './projection.ts';

function membership(overrides: Partial<ProjectedMembership> = {}): ProjectedMembership {
  return {
    role: 'Worker',
    securityLevel: '2',
    state: 'active',
    inClaims: true,
    since: new Date('2026-11-21T12:00:00Z'),
    ...overrides,
  };
}

const compute = (
  memberships: ProjectedMemberships,
  current: Record<string, unknown> = {},
  staffActive = false,
) => computeClaims({ memberships, staffActive }, current);
const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

/** `count` tenants with ids of 20 characters, each more recent than the one before. */
function manyTenants(count: number, overrides: Partial<ProjectedMembership> = {}) {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `tenant-${String(index).padStart(13, '0')}`,
      membership({ since: new Date(Date.UTC(2026, 0, 1 + index)), ...overrides }),
    ]),
  );
}

describe('computeClaims', () => {
  it('writes role and level of each tenant, and nothing else of the membership [API-17]', () => {
    const { claims, leftOut } = compute({
      acme: membership({ role: 'Recruiter', securityLevel: '3' }),
      globex: membership(),
    });
    expect(claims).toEqual({
      roles: {
        acme: { role: 'Recruiter', securityLevel: '3' },
        globex: { role: 'Worker', securityLevel: '2' },
      },
    });
    expect(leftOut).toEqual([]);
  });

  it('leaves an empty map when the last membership is gone', () => {
    expect(compute({}, { roles: { acme: { role: 'Admin', securityLevel: '7' } } }).claims).toEqual({
      roles: {},
    });
  });

  it('keeps every key that is not ours, byte for byte [CLAIM-06]', () => {
    const current = { region: 'eu', nested: { a: [1, { b: null }] }, admin: true };
    const { claims } = compute(
      { acme: membership() },
      { ...current, roles: {}, rolesTruncated: true, hrx: true },
    );
    const { roles, ...others } = claims;
    expect(roles).toHaveProperty('acme');
    expect(JSON.stringify(others)).toBe(JSON.stringify(current));
  });

  it('gives and takes hrx by the staff document alone [API-17]', () => {
    expect(compute({}, {}, true).claims).toEqual({ roles: {}, hrx: true });
    expect(compute({}, { hrx: true }, false).claims).toEqual({ roles: {} });
  });

  it.each([
    ['a suspended membership [CLAIM-16]', membership({ state: 'suspended' })],
    ['an invited one that has to wait', membership({ state: 'invited', inClaims: false })],
    ['an active one that was kept out', membership({ inClaims: false })],
    [
      'an invited Admin, whatever was written [CLAIM-12]',
      membership({ state: 'invited', role: 'Admin', securityLevel: '7' }),
    ],
  ])('leaves out %s', (_what, excluded) => {
    expect(compute({ acme: excluded, globex: membership() }).claims).toEqual({
      roles: { globex: { role: 'Worker', securityLevel: '2' } },
    });
  });

  it('shows an invited role that may stand there', () => {
    expect(compute({ acme: membership({ state: 'invited' }) }).claims.roles).toHaveProperty('acme');
  });

  it('keeps as many as fit without a word about more', () => {
    const { claims, leftOut } = compute(manyTenants(13));
    expect(leftOut).toEqual([]);
    expect(claims).not.toHaveProperty('rolesTruncated');
    expect(Object.keys(claims.roles as object)).toHaveLength(13);
  });

  it('keeps the most recent of 40 within the limit, and says that there are more [CLAIM-07]', () => {
    const { claims, leftOut } = compute(manyTenants(40), { region: 'eu' }, true);
    const kept = Object.keys(claims.roles as object);
    expect(claims).toMatchObject({ rolesTruncated: true, hrx: true, region: 'eu' });
    expect(bytes(claims)).toBeLessThanOrEqual(CLAIMS_BYTES_MAX);
    expect(kept.length + leftOut.length).toBe(40);
    expect([...kept].sort()).toEqual(Object.keys(manyTenants(40)).slice(-kept.length));
    // One more would not have fitted.
    const more = {
      ...claims,
      roles: { ...(claims.roles as object), [leftOut[0] ?? '']: { role: 'Worker', securityLevel: '2' } },
    };
    expect(bytes(more)).toBeGreaterThan(CLAIMS_BYTES_MAX);
  });

  it('keeps old active memberships before new invitations [CLAIM-07]', () => {
    const active = manyTenants(8, { since: new Date('2020-01-01T00:00:00Z') });
    const invited = Object.fromEntries(
      Object.entries(manyTenants(20, { state: 'invited' })).map(([id, value]) => [
        id.replace('tenant', 'invite'),
        value,
      ]),
    );
    const { claims } = compute({ ...invited, ...active });
    expect(Object.keys(claims.roles as object)).toEqual(expect.arrayContaining(Object.keys(active)));
  });

  it('counts bytes, not characters, of what others put there [CLAIM-07]', () => {
    const { claims, leftOut } = compute(manyTenants(3), { note: 'é'.repeat(430) });
    expect(leftOut).toHaveLength(3);
    expect(claims).toMatchObject({ roles: {}, rolesTruncated: true });
    expect(compute(manyTenants(3), { note: 'e'.repeat(430) }).leftOut).toEqual([]);
  });

  it('is the same whatever the order of the memberships', () => {
    const tenants = Object.entries(manyTenants(40, { since: new Date(0) }));
    expect(compute(Object.fromEntries(tenants.reverse()))).toEqual(
      compute(manyTenants(40, { since: new Date(0) })),
    );
  });
});
