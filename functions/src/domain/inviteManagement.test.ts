import { describe, expect, it } from 'vitest';
import type { Permission, Role } from '../contract/roles.ts';
import type { Actor } from './authority.ts';
import { managementRefusal } from './inviteManagement.ts';

const member = (role: Role, ...permissions: Permission[]): Actor => ({
  kind: 'member',
  role,
  securityLevel: '4',
  permissions,
});
const offer = { inviterUid: 'rita', role: 'Worker', securityLevel: '2', permissions: [] } as const;
const invite = (overrides: object = {}) => ({ ...offer, permissions: [] as Permission[], ...overrides });

describe('managementRefusal', () => {
  it.each<[string, string, Actor, object, ReturnType<typeof managementRefusal>]>([
    ['its inviter', 'rita', member('Recruiter', 'invites:create'), {}, null],
    ['an inviter who may invite no more', 'rita', member('Recruiter'), {}, 'invite/not-yours'],
    ['another inviter', 'mona', member('Recruiter', 'invites:create'), {}, 'invite/not-yours'],
    ['who manages all', 'mona', member('Recruiter', 'invites:manage'), {}, null],
    [
      'who manages all, beyond their own role',
      'mona',
      member('Recruiter', 'invites:manage'),
      { role: 'Admin' },
      'invite/offer-above-yours',
    ],
    [
      'its inviter, who was lowered',
      'rita',
      member('Recruiter', 'invites:create'),
      { securityLevel: '5' },
      'invite/offer-above-yours',
    ],
    ['HRX', 'hana', { kind: 'hrx' }, { role: 'Admin', securityLevel: '7' }, null],
  ])('decides for %s [LIFE-01]', (_who, uid, actor, overrides, refusal) => {
    expect(managementRefusal({ uid, actor }, invite(overrides))).toBe(refusal);
  });
});
