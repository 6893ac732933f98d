import { describe, expect, it } from 'vitest';
import {
  capLevel,
  compareLevels,
  compareRoles,
  DEFAULT_SECURITY_LEVEL,
  MAX_SECURITY_LEVEL,
  PERMISSIONS,
  ROLES,
  SECURITY_LEVELS,
} from './roles.ts';

describe('the roles', () => {
  it('are these five, lowest first, each with its highest level and the level that it gets by itself [AUTH-01]', () => {
    const rows = ROLES.map((role) => [role, MAX_SECURITY_LEVEL[role], DEFAULT_SECURITY_LEVEL[role]]);
    expect(rows).toEqual([
      ['Customer', '2', '1'],
      ['Worker', '3', '2'],
      ['Recruiter', '4', '3'],
      ['Manager', '6', '5'],
      ['Admin', '7', '7'],
    ]);
    expect(SECURITY_LEVELS).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });

  it('are compared by their order, and levels by their number', () => {
    expect([...ROLES].reverse().sort(compareRoles)).toEqual(ROLES);
    expect([...SECURITY_LEVELS].reverse().sort(compareLevels)).toEqual(SECURITY_LEVELS);
  });

  it('cap a level by the role [AUTH-02]', () => {
    expect(capLevel('Customer', '3')).toBe('2');
    expect(capLevel('Customer', '2')).toBe('2');
    expect(capLevel('Recruiter', '3')).toBe('3');
  });
});

describe('the permissions', () => {
  it('are these six [AUTH-01]', () => {
    expect(PERMISSIONS).toEqual([
      'invites:create',
      'invites:manage',
      'members:read',
      'members:manage',
      'permissions:manage',
      'audit:read',
    ]);
  });
});
