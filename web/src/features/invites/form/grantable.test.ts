import { describe, expect, it } from 'vitest';
import { ROLES } from '../../../../../functions/src/contract/roles.ts';
import { grantableLevels, grantableRoles, nearestLevel } from './grantable.ts';

describe('what may be given', () => {
  it('is every role where nothing limits it, as for HRX', () => {
    expect(grantableRoles(null, ROLES)).toEqual(ROLES);
    expect(grantableLevels(null, 'Admin')).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });

  it('is at most the own role, from the list', () => {
    expect(grantableRoles({ role: 'Recruiter', securityLevel: '3' }, ROLES)).toEqual([
      'Customer',
      'Worker',
      'Recruiter',
    ]);
    expect(grantableRoles({ role: 'Manager', securityLevel: '5' }, ['Admin', 'Recruiter'])).toEqual([
      'Recruiter',
    ]);
    expect(grantableRoles({ role: 'Admin', securityLevel: '7' }, ['Admin'])).toEqual(['Admin']);
  });

  it("is at most the own level and the role's highest", () => {
    expect(grantableLevels({ role: 'Recruiter', securityLevel: '3' }, 'Recruiter')).toEqual(['1', '2', '3']);
    expect(grantableLevels({ role: 'Admin', securityLevel: '7' }, 'Worker')).toEqual(['1', '2', '3']);
  });

  it('falls to the highest level that may be given', () => {
    expect(nearestLevel('5', ['1', '2', '3'])).toBe('3');
    expect(nearestLevel('2', ['1', '2', '3'])).toBe('2');
  });
});
