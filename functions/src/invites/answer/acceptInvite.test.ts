import { describe, expect, it } from 'vitest';
import { documentKeys } from '../../contract/documentKeys.ts';
import {
  inviteWorld,
  TENANT_ID,
  type InviteWorld,
  type InviteWorldOptions,
} from '../../testing/inviteWorld.ts';
import { acceptInvite } from './acceptInvite.ts';

async function invitedWorld(options?: InviteWorldOptions): Promise<InviteWorld> {
  const world = inviteWorld(options);
  world.putAccount('otto');
  await world.invite('otto', { designation: 'Driver' });
  return world;
}

function accept({ deps, callerOf }: InviteWorld, uid = 'otto', firstName: string | null = null) {
  return acceptInvite(deps, callerOf(uid), { tenantId: TENANT_ID, firstName, lastName: null });
}

describe.each([false, true])('accepting (its body runs twice: %s)', (runsTwice) => {
  it('makes the invitee a member with what was offered, and uses the reserved seat', async () => {
    const world = await invitedWorld({ runsTwice });
    expect(await accept(world, 'otto', 'Otto')).toEqual({
      tenantId: TENANT_ID,
      slug: 'acme',
      role: 'Worker',
      userId: 'otto',
      userCreated: false,
    });
    expect(world.inviteOf('otto')).toMatchObject({ status: 'accepted' });
    expect(world.memberOf('otto')).toMatchObject({
      state: 'active',
      firstName: 'Otto',
      lastName: 'New',
      designation: 'Driver',
      invitedUntil: null,
      invitedByUid: 'adam',
    });
    expect(world.userOf('otto')?.memberships[TENANT_ID]).toMatchObject({ state: 'active', inClaims: true });
    expect(world.settings()).toMatchObject({ seatsUsed: 2, pendingInvites: 0 });
    expect(world.audited().at(-1)).toMatchObject({
      action: 'invite.accepted',
      actorUid: 'otto',
      actorKind: 'invitee',
      after: { status: 'accepted', role: 'Worker', securityLevel: '2', permissions: [] },
    });
  });

  it('gives the same answer again, and changes nothing', async () => {
    const world = await invitedWorld({ runsTwice });
    const first = await accept(world);
    const stored = world.memory.dump();
    expect(await accept(world)).toEqual(first);
    expect(world.memory.dump()).toEqual(stored);
  });

  it('takes the invitation back, for good, where its inviter may not offer it any more', async () => {
    const world = await invitedWorld({ runsTwice });
    world.putMember('adam', { role: 'Customer', securityLevel: '1' });
    await expect(accept(world)).rejects.toThrow('invite/inviter-lost-right');
    expect(world.inviteOf('otto')).toMatchObject({ status: 'revoked', revokedReason: 'inviter_lost_right' });
    expect(world.memberOf('otto')).toBeUndefined();
    expect(world.settings()).toMatchObject({ seatsUsed: 1, pendingInvites: 0 });
    expect(world.audited().at(-1)).toMatchObject({
      action: 'invite.revoked',
      after: { status: 'revoked', reason: 'inviter_lost_right' },
    });
    await expect(accept(world)).rejects.toThrow('invite/revoked');
  });
});

describe('who may not accept', () => {
  it('is whoever was not invited', async () => {
    const world = await invitedWorld();
    world.putAccount('sven');
    await expect(accept(world, 'sven')).rejects.toThrow('invite/not-found');
  });

  it('is an account that has another address by now, or an unproven one', async () => {
    const world = await invitedWorld();
    world.putAccount('otto', { email: 'other@people.example' });
    await expect(accept(world)).rejects.toThrow('invite/wrong-account');
    world.putAccount('otto', { emailVerified: false });
    await expect(accept(world)).rejects.toThrow('invite/address-not-proven');
    world.putAccount('otto');
    await expect(accept(world)).resolves.toMatchObject({ userId: 'otto' });
  });

  it('is a session from before all were ended, and a blocked account', async () => {
    const world = await invitedWorld();
    const caller = world.callerOf('otto');
    world.memory.put(documentKeys.user('otto'), {
      ...world.userOf('otto')!,
      sessionsValidFrom: new Date(caller.authTimeMillis + 1),
    });
    await expect(accept(world)).rejects.toThrow('auth/session-ended');
    world.putAccount('otto', { disabled: true });
    await expect(accept(world)).rejects.toThrow('auth/account-disabled');
  });

  it('is somebody whose seat is gone because the limit was lowered; nothing is lost by that', async () => {
    const world = await invitedWorld();
    const key = documentKeys.tenantSettings(TENANT_ID);
    world.memory.put(key, { ...world.settings()!, seatLimit: 1 });
    await expect(accept(world)).rejects.toThrow('limits/seats');
    world.memory.put(key, { ...world.settings()!, seatLimit: 2 });
    await expect(accept(world)).resolves.toMatchObject({ role: 'Worker' });
  });

  it('is anybody from the millisecond at which the invitation ends', async () => {
    const world = await invitedWorld();
    world.passHours(24);
    await expect(accept(world)).rejects.toThrow('invite/expired');
    expect(world.settings()).toMatchObject({ pendingInvites: 1 });
  });
});
