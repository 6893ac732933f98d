import { describe, expect, it } from 'vitest';
import {
  inviteWorld,
  TENANT_ID,
  type InviteWorld,
  type InviteWorldOptions,
} from '../../testing/inviteWorld.ts';
import { declineInvite } from './declineInvite.ts';

async function invitedWorld(options?: InviteWorldOptions): Promise<InviteWorld & { handover: string }> {
  const world = inviteWorld(options);
  world.putAccount('olga');
  const { inviteLink } = await world.invite('olga');
  return { ...world, handover: new URL(inviteLink).hash.slice(1) };
}

function decline({ deps, callerOf }: InviteWorld, reason: string | null = null, uid = 'olga') {
  return declineInvite(deps, callerOf(uid), { tenantId: TENANT_ID, reason });
}

describe.each([false, true])('declining (its body runs twice: %s)', (runsTwice) => {
  it('ends the invitation with the reason, frees the seat and takes the membership back', async () => {
    const world = await invitedWorld({ runsTwice });
    expect(world.memberOf('olga')).toMatchObject({ state: 'invited' });
    await decline(world, ' I stay with Globex ');
    expect(world.inviteOf('olga')).toMatchObject({
      status: 'declined',
      declinedReason: 'I stay with Globex',
    });
    expect(world.memberOf('olga')).toBeUndefined();
    expect(world.userOf('olga')?.memberships).toEqual({});
    expect(world.settings()).toMatchObject({ seatsUsed: 1, pendingInvites: 0 });
    expect(world.done.projected).toEqual(['olga', 'olga']);
  });

  it('gives the same answer again, and changes nothing', async () => {
    const world = await invitedWorld({ runsTwice });
    await decline(world);
    const stored = world.memory.dump();
    await expect(decline(world, 'another reason')).resolves.toEqual({});
    expect(world.memory.dump()).toEqual(stored);
  });
});

describe('the audit of it', () => {
  it('says that there was a reason, and never which', async () => {
    const world = await invitedWorld();
    await decline(world, 'I stay with Globex');
    expect(world.audited().at(-1)).toMatchObject({
      action: 'invite.declined',
      actorUid: 'olga',
      actorKind: 'invitee',
      after: { status: 'declined', hasReason: true },
    });
  });

  it('says nothing of a reason where there are only spaces', async () => {
    const world = await invitedWorld();
    await decline(world, '  ');
    expect(world.inviteOf('olga')?.declinedReason).toBeNull();
    expect(world.audited().at(-1)?.after).toEqual({ status: 'declined' });
  });
});

describe('who may not decline', () => {
  it('is nobody who is signed in as somebody else, or not at all', async () => {
    const world = await invitedWorld();
    world.putAccount('sven');
    await expect(decline(world, null, 'sven')).rejects.toThrow('invite/not-found');
    await expect(declineInvite(world.deps, null, { tenantId: TENANT_ID })).rejects.toThrow('auth/required');
    world.putAccount('olga', { emailVerified: false });
    await expect(decline(world)).rejects.toThrow('invite/address-not-proven');
    expect(world.inviteOf('olga')?.status).toBe('pending');
  });

  it('is whoever holds a link that was handed over: that proves nothing', async () => {
    const world = await invitedWorld();
    await expect(declineInvite(world.deps, null, { secret: world.handover })).rejects.toThrow(
      'invite/mail-link-needed',
    );
  });

  it('is anybody once it was accepted, revoked or has expired', async () => {
    const world = await invitedWorld();
    world.patchInvite('olga', { status: 'accepted' });
    await expect(decline(world)).rejects.toThrow('invite/used');
    world.patchInvite('olga', { status: 'revoked' });
    await expect(decline(world)).rejects.toThrow('invite/revoked');
    world.patchInvite('olga', { status: 'pending' });
    world.passHours(24);
    await expect(decline(world)).rejects.toThrow('invite/expired');
  });
});
