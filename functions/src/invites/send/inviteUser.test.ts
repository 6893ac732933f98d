import { describe, expect, it } from 'vitest';
import { INVITES_A_MINUTE, PENDING_INVITES_MAX } from '../../contract/limits.ts';
import { inviteWorld, TENANT_ID } from '../../testing/inviteWorld.ts';

const ADMIN = { desiredRole: 'Admin', securityLevel: '7' } as const;

describe.each([false, true])('inviting somebody (its body runs twice: %s)', (runsTwice) => {
  it('makes one account, one invitation, one seat and one mail for who is new', async () => {
    const world = inviteWorld({ runsTwice });
    const { uid, inviteLink, userExists, claimsApplied } = await world.invite('nina');
    expect(world.inviteOf(uid)).toMatchObject({ status: 'pending', generation: 1, inviterUid: 'adam' });
    expect(world.memberOf(uid)).toMatchObject({ state: 'invited', role: 'Worker', sync: 'pending' });
    expect(world.userOf(uid)).toMatchObject({ origin: 'invited', membershipsVersion: 1 });
    expect(world.settings()).toMatchObject({ seatsUsed: 2, pendingInvites: 1 });
    expect(world.audited()).toMatchObject([
      { action: 'invite.created', actorUid: 'adam', actorKind: 'member' },
    ]);
    expect(world.done).toEqual({ projected: [uid], mailed: [`${uid} 1`] });
    expect(inviteLink).toMatch(/^https:\/\/invites\.example\/.*#[0-9a-f]{64}$/);
    expect({ userExists, claimsApplied }).toEqual({ userExists: false, claimsApplied: true });
  });

  it('gives the same answer to the same call, and does nothing a second time', async () => {
    const world = inviteWorld({ runsTwice });
    const first = await world.invite('nina', { idempotencyKey: 'form-0001' });
    const stored = world.memory.dump();
    expect(await world.invite('nina', { idempotencyKey: 'form-0001' })).toEqual(first);
    expect(world.memory.dump()).toEqual(stored);
  });

  it('counts each invitation once against the inviter’s minute', async () => {
    const world = inviteWorld({ runsTwice });
    for (let count = 0; count < INVITES_A_MINUTE; count += 1) await world.invite(`nina-${count}`);
    await expect(world.invite('one-more')).rejects.toThrow('limits/invites');
    expect(world.settings()).toMatchObject({ pendingInvites: INVITES_A_MINUTE });
  });

  it('takes over the seat of an expired invitation that nobody has ended', async () => {
    const world = inviteWorld({ runsTwice, settings: { seatLimit: 2 } });
    const { uid } = await world.invite('nina');
    world.passHours(24);
    await world.invite('nina');
    expect(world.inviteOf(uid)).toMatchObject({ status: 'pending', generation: 2 });
    expect(world.settings()).toMatchObject({ seatsUsed: 2, pendingInvites: 1 });
    await expect(world.invite('otto')).rejects.toThrow('limits/seats');
  });
});

describe('what an invitation gives before it is accepted', () => {
  it('is nothing in the claims for an Admin, nor where the tenant asks for acceptance', async () => {
    const world = inviteWorld();
    const { uid } = await world.invite('nina', ADMIN);
    expect(world.memberOf(uid)).toMatchObject({ state: 'invited', sync: 'synced' });
    expect(world.userOf(uid)?.memberships[TENANT_ID]?.inClaims).toBe(false);

    const careful = inviteWorld({ settings: { requireAcceptance: true } });
    const invited = await careful.invite('nina');
    expect(careful.userOf(invited.uid)?.memberships[TENANT_ID]?.inClaims).toBe(false);
    expect(careful.done.projected).toEqual([]);
  });

  it('is no membership at all for an account that anybody may have made', async () => {
    const world = inviteWorld();
    world.putAccount('una', { emailVerified: false });
    const { userExists } = await world.invite('una');
    expect(userExists).toBe(true);
    expect(world.inviteOf('una')).toMatchObject({ status: 'pending' });
    expect(world.memberOf('una')).toBeUndefined();
    expect(world.userOf('una')).toBeUndefined();
  });
});

describe('who is refused', () => {
  it('is the owner, a member, oneself, and who has an open invitation', async () => {
    const world = inviteWorld();
    world.putAccount('olaf');
    world.putMember('walt');
    await expect(world.invite('olaf')).rejects.toThrow('invite/owner');
    await expect(world.invite('walt')).rejects.toThrow('invite/already-member');
    await expect(world.invite('adam')).rejects.toThrow('invite/self');
    await world.invite('nina');
    await expect(world.invite('nina')).rejects.toThrow('invite/already-invited');
    expect(world.settings()).toMatchObject({ pendingInvites: 1 });
  });

  it('is an inviter without the right, and one who offers more than they are', async () => {
    const world = inviteWorld();
    world.putMember('walt');
    world.putMember('rita', { role: 'Recruiter', securityLevel: '3', permissions: ['invites:create'] });
    await expect(world.invite('nina', {}, 'walt')).rejects.toThrow('invite/not-allowed');
    await expect(world.invite('nina', ADMIN, 'rita')).rejects.toThrow('invite/offer-too-high');
    await expect(world.invite('nina', {}, 'rita')).resolves.toMatchObject({ userExists: false });
  });

  it('is a stranger, who does not learn whether the tenant is there', async () => {
    const world = inviteWorld();
    world.putAccount('sven');
    await expect(world.invite('nina', {}, 'sven')).rejects.toThrow('tenant/not-found');
    await expect(world.invite('nina', { tenantId: 'nowhere' })).rejects.toThrow('tenant/not-found');
  });

  it('is the next one where a tenant has its most, before an account is made', async () => {
    const world = inviteWorld({ settings: { pendingInvites: PENDING_INVITES_MAX } });
    await expect(world.invite('nina')).rejects.toThrow('invite/too-many-pending');
    expect(await world.deps.accounts.findByEmail('nina@people.example')).toBeUndefined();
  });
});
