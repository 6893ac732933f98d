import { describe, expect, it } from 'vitest';
import { inviteWorld, TENANT_ID, type InviteWorld } from '../../testing/inviteWorld.ts';
import { declineInvite } from '../answer/declineInvite.ts';
import { expireInvitation, type Expiry } from './expireInvitation.ts';

async function invitedWorld(): Promise<InviteWorld> {
  const world = inviteWorld();
  world.putAccount('nina');
  await world.invite('nina');
  return world;
}

function expire({ memory, deps, clock, inviteOf }: InviteWorld, inviteId?: string): Promise<Expiry> {
  const wanted = { tenantId: TENANT_ID, uid: 'nina', inviteId: inviteId ?? inviteOf('nina')!.inviteId };
  return memory.transact((tx) => expireInvitation(tx, deps, { ...wanted, holder: 'sweep' }, clock.now()));
}

describe('writing down that an invitation has expired', () => {
  it('frees the seat, takes back the membership and the claims, and says that the system did it', async () => {
    const world = await invitedWorld();
    expect(world.settings()).toMatchObject({ seatsUsed: 2, pendingInvites: 1 });
    expect(world.memberOf('nina')).toMatchObject({ state: 'invited' });
    world.passHours(24);

    const expiry = await expire(world);

    expect(expiry).toMatchObject({ kind: 'expired', claimsWork: { uid: 'nina' } });
    expect(world.inviteOf('nina')?.status).toBe('expired');
    expect(world.settings()).toMatchObject({ seatsUsed: 1, pendingInvites: 0 });
    expect(world.memberOf('nina')).toBeUndefined();
    expect(world.userOf('nina')).toMatchObject({ memberships: {}, membershipsVersion: 2 });
    expect(world.audited().at(-1)).toMatchObject({
      action: 'invite.expired',
      actorUid: 'system',
      actorKind: 'system',
      after: { status: 'expired' },
    });
  });

  it('does it once, however often it is run', async () => {
    const world = await invitedWorld();
    world.passHours(24);
    await expire(world);
    const after = world.memory.dump();
    expect(await expire(world)).toEqual({ kind: 'not-due' });
    expect(world.memory.dump()).toEqual(after);
  });

  it('leaves alone what has time left, what was answered, and what was replaced', async () => {
    const world = await invitedWorld();
    const { inviteId } = world.inviteOf('nina')!;
    world.passHours(23);
    expect(await expire(world)).toEqual({ kind: 'not-due' });
    expect(world.inviteOf('nina')?.status).toBe('pending');

    await declineInvite(world.deps, world.callerOf('nina'), { tenantId: TENANT_ID });
    world.passHours(1);
    expect(await expire(world)).toEqual({ kind: 'not-due' });
    expect(world.inviteOf('nina')?.status).toBe('declined');

    world.passHours(24 * 8);
    await world.invite('nina');
    world.passHours(24);
    expect(await expire(world, inviteId)).toEqual({ kind: 'not-due' });
    expect(world.settings()).toMatchObject({ seatsUsed: 2, pendingInvites: 1 });
    expect(await expire(world)).toMatchObject({ kind: 'expired' });
  });

  it('finds nothing to do where the invitation is gone', async () => {
    expect(await expire(inviteWorld(), 'gone')).toEqual({ kind: 'not-due' });
  });

  it('takes nothing back from who has been invited again: that invitation took over the seat', async () => {
    const world = await invitedWorld();
    const { inviteId } = world.inviteOf('nina')!;
    world.passHours(24);
    await world.invite('nina');
    expect(await expire(world, inviteId)).toEqual({ kind: 'not-due' });
    expect(world.settings()).toMatchObject({ seatsUsed: 2, pendingInvites: 1 });
    expect(world.memberOf('nina')).toMatchObject({ state: 'invited' });
  });
});
