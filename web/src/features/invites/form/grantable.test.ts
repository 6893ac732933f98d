import { describe, expect, it } from 'vitest';
import { ROLES, type Role, type SecurityLevel } from '../../../../../functions/src/contract/roles.ts';
import { grantableLevels, grantableRoles, nearestLevel } from './grantable.ts';

const member = (role: Role, securityLevel: SecurityLevel) =>
  ({ kind: 'member', role, securityLevel, permissions: [] }) as const;

describe('what may be given', () => {
  it('is every role where nothing limits it, as for HRX', () => {
    expect(grantableRoles({ kind: 'hrx' }, ROLES)).toEqual(ROLES);
    expect(grantableLevels({ kind: 'hrx' }, 'Admin')).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });

  it('is at most the own role, from the list', () => {
    expect(grantableRoles(member('Recruiter', '3'), ROLES)).toEqual(['Customer', 'Worker', 'Recruiter']);
    expect(grantableRoles(member('Manager', '5'), ['Admin', 'Recruiter'])).toEqual(['Recruiter']);
    expect(grantableRoles(member('Admin', '7'), ['Admin'])).toEqual(['Admin']);
  });

  it("is at most the own level and the role's highest", () => {
    expect(grantableLevels(member('Recruiter', '3'), 'Recruiter')).toEqual(['1', '2', '3']);
    expect(grantableLevels(member('Admin', '7'), 'Worker')).toEqual(['1', '2', '3']);
  });

  it('falls to the highest level that may be given', () => {
    expect(nearestLevel('5', ['1', '2', '3'])).toBe('3');
    expect(nearestLevel('2', ['1', '2', '3'])).toBe('2');
  });
});
