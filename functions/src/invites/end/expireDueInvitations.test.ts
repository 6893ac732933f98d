// Over an embedded Firestore: the query, the locks, and processes that are killed.
import { afterAll, describe, expect, it } from 'vitest';
import { closeEngineWorlds, engineWorld, type EngineWorld } from '../../testing/engineWorld.ts';
import { TENANT_ID } from '../../testing/inviteWorld.ts';
import { acceptInvite } from '../answer/acceptInvite.ts';
import { resendInvite } from '../manage/resendInvite.ts';
import { expireDueInvitations } from './expireDueInvitations.ts';

afterAll(closeEngineWorlds);

const sweep = ({ deps }: Pick<EngineWorld, 'deps'>, limit = 500) => expireDueInvitations(deps, { limit });

async function worldWith(names: string[]): Promise<EngineWorld & { uids: string[] }> {
  const world = await engineWorld();
  const uids: string[] = [];
  for (const name of names) uids.push(await world.invite(name));
  return { ...world, uids };
}

async function statusesOf({ inviteOf, uids }: EngineWorld & { uids: string[] }): Promise<unknown[]> {
  return Promise.all(uids.map(async (uid) => (await inviteOf(uid))?.status));
}

describe('expiring what is due', () => {
  it('frees the seats and takes the claims back, once, and leaves what has time left [SWEEP-01]', async () => {
    const world = await worldWith(['nina', 'otto']);
    await world.invite('paul', { expiresInHours: 48 });
    expect(await world.settings()).toMatchObject({ seatsUsed: 4, pendingInvites: 3 });
    world.passHours(25);

    expect(await sweep(world)).toBe(2);

    expect(await statusesOf(world)).toEqual(['expired', 'expired']);
    expect(await world.settings()).toMatchObject({ seatsUsed: 2, pendingInvites: 1 });
    const [nina = ''] = world.uids;
    expect(await world.memberOf(nina)).toBeUndefined();
    expect(world.accounts.get(nina)?.customClaims).toEqual({ roles: {} });
    expect(await sweep(world)).toBe(0);
  });

  it('goes on in the next run where this one was bounded', async () => {
    const world = await worldWith(['nina', 'otto', 'paul']);
    world.passHours(25);
    expect(await sweep(world, 2)).toBe(2);
    expect(await sweep(world, 2)).toBe(1);
  });

  it('does it once when two runs meet [SWEEP-01]', async () => {
    const world = await worldWith(['nina', 'otto', 'paul', 'quinn']);
    world.passHours(25);
    const [one, other] = await Promise.all([sweep(world), sweep(world)]);
    expect(one + other).toBe(4);
    expect(await world.settings()).toMatchObject({ seatsUsed: 1, pendingInvites: 0 });
  });

  it('holds nobody up with one that cannot be done', async () => {
    const world = await worldWith(['nina', 'otto']);
    world.passHours(25);
    const [nina = ''] = world.uids;
    const { transact } = world.deps;
    let isFirst = true;
    const deps: typeof world.deps = {
      ...world.deps,
      transact: (body) => {
        const fails = isFirst;
        isFirst = false;
        return fails ? Promise.reject(new Error('UNAVAILABLE')) : transact(body);
      },
    };
    expect(await expireDueInvitations(deps, { limit: 100 })).toBe(1);
    expect(JSON.stringify(world.lines)).toContain('sweep.not_done');
    expect(await sweep(world)).toBe(1);
    expect((await world.inviteOf(nina))?.status).toBe('expired');
  });
});

describe('accepting and expiring at the same moment', () => {
  it.each([
    { millis: -1, wins: 'accepted' },
    { millis: 0, wins: 'expired' },
    { millis: 1, wins: 'expired' },
  ])('at the end and $millis ms: $wins [SWEEP-01]', async ({ millis, wins }) => {
    const world = await engineWorld();
    world.putAccount('nina');
    await world.invite('nina');
    const end = (await world.inviteOf('nina'))!.expiresAt.toMillis();
    world.passHours((end + millis - world.clock.now().getTime()) / 3600_000);
    const accept = () =>
      acceptInvite(world.deps, world.callerOf('nina'), { tenantId: TENANT_ID }).catch(() => undefined);

    await Promise.all([accept(), sweep(world)]);

    expect((await world.inviteOf('nina'))?.status).toBe(wins);
    const isMember = wins === 'accepted';
    expect((await world.memberOf('nina'))?.state).toBe(isMember ? 'active' : undefined);
    expect(await world.settings()).toMatchObject({ seatsUsed: isMember ? 2 : 1, pendingInvites: 0 });
  });
});

describe('sending again and expiring at the same moment', () => {
  it.each([
    { millis: -1, status: 'pending' },
    { millis: 0, status: 'expired' },
    { millis: 1, status: 'expired' },
  ])('at the end and $millis ms: $status [SWEEP-01]', async ({ millis, status }) => {
    const world = await engineWorld();
    world.putAccount('nina');
    await world.invite('nina');
    const end = (await world.inviteOf('nina'))!.expiresAt.toMillis();
    world.passHours((end + millis - world.clock.now().getTime()) / 3600_000);
    const resend = () =>
      resendInvite(world.deps, world.callerOf('adam'), { tenantId: TENANT_ID, uid: 'nina' }).catch(
        () => undefined,
      );

    await Promise.all([resend(), sweep(world)]);

    expect((await world.inviteOf('nina'))?.status).toBe(status);
    const isOpen = status === 'pending';
    expect((await world.memberOf('nina'))?.state).toBe(isOpen ? 'invited' : undefined);
    const seats = isOpen ? { seatsUsed: 2, pendingInvites: 1 } : { seatsUsed: 1, pendingInvites: 0 };
    expect(await world.settings()).toMatchObject(seats);
  });
});
