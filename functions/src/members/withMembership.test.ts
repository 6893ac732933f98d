import { describe, expect, it } from 'vitest';
import type { UserDocument, UserMembership } from '../contract/documents.ts';
import { withMembership } from './withMembership.ts';
import { newUserDocument } from '../domain/account.ts';

const now = new Date('2026-11-21T12:00:00Z');
const blank = newUserDocument('walt', { tenantId: 'acme', inviteId: 'i1' });
const worker: UserMembership = {
  role: 'Worker',
  securityLevel: '2',
  state: 'active',
  inClaims: true,
  since: { toMillis: () => 0 },
};
const change = { uid: 'walt', tenantId: 'acme', inviteId: 'i1', staffActive: false, holder: 'me', now };

function user(overrides: Partial<UserDocument>): UserDocument {
  return { ...(blank as UserDocument), membershipsVersion: 3, claimsVersion: 3, ...overrides };
}

describe('changing a membership', () => {
  it('bumps the version, takes the lease, and tells the projector what to write [CLAIM-01]', () => {
    const { document, claimsWork } = withMembership(user({}), { ...change, membership: worker });
    expect(document).toMatchObject({
      memberships: { acme: worker },
      membershipsVersion: 4,
      claimsVersion: 3,
      sync: { state: 'pending', waiting: ['acme'] },
      claimsLease: { holder: 'me' },
    });
    expect(claimsWork?.options.lease).toMatchObject({
      holder: 'me',
      input: { version: 4, memberships: { acme: worker }, staffActive: false },
    });
  });

  it('keeps the other tenants, and takes one away', () => {
    const before = user({ memberships: { acme: worker, globex: worker } });
    const { document } = withMembership(before, { ...change, membership: undefined });
    expect(document.memberships).toEqual({ globex: worker });
    expect(before.memberships).toHaveProperty('acme');
  });

  it('leaves the claims alone where it stands in them neither before nor after', () => {
    const waiting = { ...worker, state: 'invited', inClaims: false } as const;
    const { document, claimsWork } = withMembership(undefined, { ...change, membership: waiting });
    expect(claimsWork).toBeNull();
    expect(document).toMatchObject({ memberships: { acme: waiting }, membershipsVersion: 0 });
  });

  it('leaves a lease to who holds it', () => {
    const claimsLease = { holder: 'other', until: { toMillis: () => now.getTime() + 1000 } };
    const { document, claimsWork } = withMembership(user({ claimsLease }), {
      ...change,
      membership: worker,
    });
    expect(document.claimsLease?.holder).toBe('other');
    expect(claimsWork?.options).toEqual({});
  });

  it('takes no lease where nobody knows whether they are staff: the projector reads that', () => {
    const { document, claimsWork } = withMembership(user({}), {
      ...change,
      staffActive: null,
      membership: worker,
    });
    expect(document).toMatchObject({ claimsLease: null, membershipsVersion: 4 });
    expect(claimsWork).toEqual({ uid: 'walt', options: {} });
  });
});
