import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SECURITY_LEVEL,
  MAX_SECURITY_LEVEL,
  PERMISSIONS,
  ROLES,
  SECURITY_LEVELS,
  type Permission,
  type Role,
} from '../contract/roles.ts';
import {
  can,
  canChangeRoles,
  canGrant,
  canManageTenant,
  isLevelWithinRole,
  isLowered,
  permissionsAfter,
  type Actor,
  type Standing,
} from './authority.ts';

const hrx: Actor = { kind: 'hrx' };

function member(role: Role, permissions: Permission[] = []): Actor & Standing {
  return { kind: 'member', role, securityLevel: DEFAULT_SECURITY_LEVEL[role], permissions };
}

/** Every cell of role × permission: `x` where the role has it of itself. */
const TABLE: Record<Role | 'HRX', string> = {
  //         create manage read members permissions audit
  Customer: '......',
  Worker: '......',
  Recruiter: '......',
  Manager: '......',
  Admin: 'xxxxxx',
  HRX: 'xxxxxx',
};

const cells = Object.entries(TABLE).flatMap(([who, row]) =>
  PERMISSIONS.map((permission, column) => ({
    who: who as Role | 'HRX',
    permission,
    may: row[column] === 'x',
  })),
);

describe('can', () => {
  it.each(cells)('$who: $permission is $may [AUTH-04]', ({ who, permission, may }) => {
    expect(can(who === 'HRX' ? hrx : member(who), permission)).toBe(may);
  });

  it.each(PERMISSIONS)('gives %s, and nothing else, to whom it was granted [AUTH-04]', (granted) => {
    const worker = member('Worker', [granted]);
    expect(PERMISSIONS.filter((permission) => can(worker, permission))).toEqual([granted]);
  });
});

describe('canChangeRoles', () => {
  it.each(ROLES)('%s changes roles only as an Admin', (role) => {
    expect(canChangeRoles(member(role, [...PERMISSIONS]))).toBe(role === 'Admin');
  });

  it('lets HRX change roles', () => {
    expect(canChangeRoles(hrx)).toBe(true);
  });
});

describe('canManageTenant', () => {
  it.each(ROLES)('%s manages a tenant only as an Admin', (role) => {
    expect(canManageTenant(member(role, [...PERMISSIONS]))).toBe(role === 'Admin');
  });

  it('lets HRX manage every tenant', () => {
    expect(canManageTenant(hrx)).toBe(true);
  });
});

describe('canGrant', () => {
  it.each(ROLES.flatMap((own) => ROLES.map((offered) => ({ own, offered }))))(
    '$own offers $offered only where that is not more than they are [AUTH-06]',
    ({ own, offered }) => {
      const offer: Standing = { role: offered, securityLevel: '1', permissions: [] };
      expect(canGrant(member(own), offer)).toBe(ROLES.indexOf(offered) <= ROLES.indexOf(own));
      expect(canGrant(hrx, offer)).toBe(true);
    },
  );

  it.each(SECURITY_LEVELS)(
    'a Recruiter of level 3 offers level %s only up to their own [AUTH-06]',
    (securityLevel) => {
      const offer: Standing = { role: 'Worker', securityLevel, permissions: [] };
      expect(canGrant(member('Recruiter'), offer)).toBe(securityLevel <= '3');
    },
  );

  it.each(PERMISSIONS)('%s is given by who has it [AUTH-06]', (permission) => {
    const offer: Standing = { role: 'Worker', securityLevel: '1', permissions: [permission] };
    expect(canGrant(member('Recruiter'), offer)).toBe(false);
    expect(canGrant(member('Recruiter', [permission]), offer)).toBe(true);
    expect(canGrant(member('Admin'), offer)).toBe(true);
  });

  it('never rises over a chain: what somebody got they can pass on only where the first giver could [AUTH-07]', () => {
    const everybody = ROLES.flatMap((role) => [member(role), member(role, ['invites:create'])]);
    for (const first of everybody) {
      for (const second of everybody.filter((offer) => canGrant(first, offer))) {
        const passedOn = everybody.filter((offer) => canGrant(second, offer));
        expect(passedOn.filter((offer) => !canGrant(first, offer))).toEqual([]);
      }
    }
  });
});

describe('isLevelWithinRole', () => {
  it.each(ROLES.flatMap((role) => SECURITY_LEVELS.map((securityLevel) => ({ role, securityLevel }))))(
    '$role with level $securityLevel [AUTH-03]',
    ({ role, securityLevel }) => {
      expect(isLevelWithinRole({ role, securityLevel })).toBe(securityLevel <= MAX_SECURITY_LEVEL[role]);
    },
  );
});

describe('what a change of role does', () => {
  it.each([
    ['a lower role', 'Worker', undefined, []],
    ['the same role', 'Recruiter', undefined, ['invites:create']],
    ['a higher role', 'Manager', null, ['invites:create']],
    ['a lower role with permissions', 'Worker', ['members:read'], ['members:read']],
    ['a higher role without any', 'Manager', [], []],
  ] as const)('leaves what is granted to %s [AUTH-21]', (_what, role, given, left) => {
    expect(permissionsAfter(member('Recruiter', ['invites:create']), { role }, given)).toEqual(left);
  });

  it.each<[string, Partial<Standing>, boolean]>([
    ['a lower role', { role: 'Worker', securityLevel: '2' }, true],
    ['a lower level', { securityLevel: '2' }, true],
    ['a permission less', { permissions: ['members:read'] }, true],
    ['nothing else', {}, false],
    ['a permission more', { permissions: ['invites:create', 'members:read', 'audit:read'] }, false],
    ['a higher level', { securityLevel: '4' }, false],
    ['Admin, who has every permission', { role: 'Admin', securityLevel: '7', permissions: [] }, false],
  ])('lowers by %s, or does not', (_what, change, lowered) => {
    const before = member('Recruiter', ['invites:create', 'members:read']);
    expect(isLowered(before, { ...before, ...change })).toBe(lowered);
  });
});
