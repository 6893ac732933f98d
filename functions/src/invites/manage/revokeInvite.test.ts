import { describe, expect, it } from 'vitest';
import type { CallableRequest } from '../../contract/callables.ts';
import { inviteWorld, TENANT_ID } from '../../testing/inviteWorld.ts';
import { declineInvite } from '../answer/declineInvite.ts';
import { revokeInvite } from './revokeInvite.ts';

/** Adam, and nina whom he has invited. */
async function invitedWorld() {
  const world = inviteWorld({ runsTwice: true });
  world.putAccount('nina');
  await world.invite('nina');
  const revoke = (by = 'adam', given: Partial<CallableRequest<'revokeInvite'>> = {}) =>
    revokeInvite(world.deps, world.callerOf(by), { tenantId: TENANT_ID, uid: 'nina', ...given });
  return { ...world, revoke };
}

describe('revoking an invitation', () => {
  it('frees the seat, takes back the membership and the claims, and keeps the reason [LIFE-05, LIFE-09]', async () => {
    const at = await invitedWorld();
    expect(at.memberOf('nina')).toMatchObject({ state: 'invited' });
    await at.revoke('adam', { reason: '  The job is taken. ' });
    expect(at.inviteOf('nina')).toMatchObject({
      status: 'revoked',
      revokedReason: 'The job is taken.',
      attention: null,
    });
    expect(at.inviteOf('nina')?.endedAt?.toMillis()).toBe(at.clock.now().getTime());
    expect(at.memberOf('nina')).toBeUndefined();
    expect(at.settings()).toMatchObject({ seatsUsed: 1, pendingInvites: 0 });
    expect(at.done.projected.at(-1)).toBe('nina');
    expect(at.eventsOf('nina').at(-1)).toMatchObject({
      kind: 'revoked',
      actorUid: 'adam',
      actorName: 'Pat Person',
      details: { reason: 'The job is taken.' },
    });
    // The audit keeps no words.
    expect(at.audited().at(-1)).toMatchObject({
      action: 'invite.revoked',
      actorUid: 'adam',
      after: { status: 'revoked', hasReason: true },
    });
  });

  it('is done once, and has the claims follow again [LIFE-06]', async () => {
    const at = await invitedWorld();
    await at.revoke('adam', { reason: 'One' });
    const stored = at.memory.dump();
    expect(await at.revoke('adam', { reason: 'Two' })).toEqual({});
    expect(at.memory.dump()).toEqual(stored);
    expect(at.done.projected.slice(-2)).toEqual(['nina', 'nina']);
  });

  it('is no answer to an invitation that ended otherwise', async () => {
    const at = await invitedWorld();
    await declineInvite(at.deps, at.callerOf('nina'), { tenantId: TENANT_ID, reason: 'Too far' });
    await expect(at.revoke()).rejects.toThrow('invite/not-pending');
    const other = await invitedWorld();
    other.passHours(24);
    await expect(other.revoke()).rejects.toThrow('invite/not-pending');
  });
});

describe('who acts on an invitation [LIFE-01, LIFE-02]', () => {
  const MANAGER = { role: 'Manager', securityLevel: '5' } as const;

  it.each([
    ['invites:create alone, for somebody else’s', ['invites:create'], 'invite/not-pending'],
    ['members:read too, for somebody else’s', ['invites:create', 'members:read'], 'invite/not-yours'],
    ['members:read alone', ['members:read'], 'invite/not-allowed'],
    ['invites:manage', ['invites:manage'], null],
  ] as const)('%s', async (_who, permissions, refusal) => {
    const at = await invitedWorld();
    at.putMember('mona', { ...MANAGER, permissions: [...permissions] });
    const stored = at.inviteOf('nina');
    if (!refusal) return expect(at.revoke('mona')).resolves.toEqual({});
    await expect(at.revoke('mona')).rejects.toThrow(refusal);
    expect(at.inviteOf('nina')).toEqual(stored);
  });

  it('is told the same of one that is not there', async () => {
    const at = await invitedWorld();
    at.putMember('mona', { ...MANAGER, permissions: ['invites:create'] });
    await expect(at.revoke('mona', { uid: 'nobody' })).rejects.toThrow('invite/not-pending');
  });

  it('acts on their own, as long as they may give what it gives', async () => {
    const at = await invitedWorld();
    at.putMember('mona', { ...MANAGER, permissions: ['invites:create'] });
    at.putAccount('ned');
    await at.invite('ned', { desiredRole: 'Manager', securityLevel: '5' }, 'mona');
    at.putMember('mona', { ...MANAGER, securityLevel: '4', permissions: ['invites:create'] });
    await expect(at.revoke('mona', { uid: 'ned' })).rejects.toThrow('invite/offer-above-yours');
    at.putMember('mona', { ...MANAGER, permissions: ['invites:create'] });
    await at.revoke('mona', { uid: 'ned' });
    expect(at.inviteOf('ned')?.status).toBe('revoked');
  });
});
