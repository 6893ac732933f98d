import { describe, expect, it } from 'vitest';
import type { UserDocument, UserMembership } from '../../../../functions/src/contract/documents.ts';
import { readClaims } from './readClaims.ts';
import { listMemberships } from './listMemberships.ts';

const since = { toMillis: () => 0 };
const worker: UserMembership = { role: 'Worker', securityLevel: '2', state: 'active', inClaims: true, since };

function knowing(memberships: Record<string, UserMembership>): UserDocument {
  return { memberships } as unknown as UserDocument;
}

const claims = readClaims({ roles: { acme: { role: 'Worker', securityLevel: '2' } }, other: 'key' });

describe('readClaims', () => {
  it('keeps what is ours', () => {
    expect(readClaims({ hrx: true, rolesTruncated: true, roles: {}, email: 'x' })).toEqual({
      hrx: true,
      rolesTruncated: true,
      roles: {},
    });
  });

  it('gives nothing for what it does not understand', () => {
    const roles = {
      a: { role: 'King', securityLevel: '2' },
      b: { role: 'Worker', securityLevel: 2 },
      c: null,
    };
    expect(readClaims({ roles, hrx: 'yes' })).toEqual({ roles: {} });
    expect(readClaims({ roles: 'all' })).toEqual({ roles: {} });
  });
});

describe('listMemberships', () => {
  it('takes the claims, highest role first', () => {
    const roles = {
      acme: { role: 'Worker', securityLevel: '2' },
      globex: { role: 'Admin', securityLevel: '7' },
    };
    expect(listMemberships(readClaims({ roles }), null)).toEqual([
      { tenantId: 'globex', role: 'Admin', securityLevel: '7', state: 'active' },
      { tenantId: 'acme', role: 'Worker', securityLevel: '2', state: 'active' },
    ]);
  });

  it('tells invited from active by the own document', () => {
    const known = knowing({ acme: { ...worker, state: 'invited' } });
    expect(listMemberships(claims, known)).toMatchObject([{ tenantId: 'acme', state: 'invited' }]);
  });

  it('adds the rest from the own document only where the claims were cut short [CLAIM-08]', () => {
    const known = knowing({
      acme: worker,
      globex: worker,
      old: { ...worker, state: 'suspended', inClaims: false },
    });
    const tenants = (truncated: boolean) =>
      listMemberships(truncated ? { ...claims, rolesTruncated: true } : claims, known).map(
        ({ tenantId }) => tenantId,
      );
    expect(tenants(false)).toEqual(['acme']);
    expect(tenants(true)).toEqual(['acme', 'globex']);
  });
});
