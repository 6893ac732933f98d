import { describe, expect, it } from 'vitest';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { anInstant, aPendingInvite } from '../../../shared/testing/documents.ts';
import { actionsFor, type InviteAction } from './inviteActions.ts';

const NOW = 1_000_000;
const admin = { uid: 'adam', actor: { kind: 'hrx' } } as const;
const whileOpen: InviteAction[] = ['resend', 'link', 'edit', 'correct', 'revoke'];

const invite = (overrides: Partial<PendingInviteDocument> = {}) =>
  aPendingInvite({
    inviterUid: 'rita',
    securityLevel: '3',
    permissions: [],
    addressErasedAt: null,
    expiresAt: anInstant(NOW + 1),
    ...overrides,
  });

describe('what can be done to an invitation', () => {
  it.each<[string, Partial<PendingInviteDocument>, InviteAction[]]>([
    ['an open one', {}, whileOpen],
    ['one whose time is over', { expiresAt: anInstant(NOW) }, ['again']],
    ['a declined one', { status: 'declined' }, ['again']],
    ['a revoked one', { status: 'revoked' }, ['again']],
    ['one whose address was erased', { status: 'revoked', addressErasedAt: anInstant(1) }, []],
    ['an accepted one', { status: 'accepted' }, []],
  ])('with %s', (_what, overrides, actions) => {
    expect(actionsFor(admin, invite(overrides), NOW)).toEqual(actions);
  });

  it('is nothing for who may not change it, and for who has no standing', () => {
    const actor = {
      kind: 'member',
      role: 'Recruiter',
      securityLevel: '3',
      permissions: ['invites:create'],
    } as const;
    expect(actionsFor({ uid: 'mona', actor }, invite(), NOW)).toEqual([]);
    expect(actionsFor({ uid: 'rita', actor }, invite(), NOW)).toEqual(whileOpen);
    expect(actionsFor(null, invite(), NOW)).toEqual([]);
  });
});
