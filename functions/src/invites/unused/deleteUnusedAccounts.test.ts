import { afterAll, describe, expect, it } from 'vitest';
import { documentKeys } from '../../contract/documentKeys.ts';
import { closeEngineWorlds, engineWorld, type EngineWorld } from '../../testing/engineWorld.ts';
import { TENANT_ID } from '../../testing/inviteWorld.ts';
import { expireDueInvitations } from '../end/expireDueInvitations.ts';
import { deleteUnusedAccounts } from './deleteUnusedAccounts.ts';

afterAll(closeEngineWorlds);

const DAY_HOURS = 24;
const sweep = ({ deps }: EngineWorld) => deleteUnusedAccounts(deps, { limit: 100 });

/** nina was invited, and the invitation has expired. */
async function expiredWorld(): Promise<{ world: EngineWorld; nina: string }> {
  const world = await engineWorld();
  const nina = await world.invite('nina');
  world.passHours(25);
  await expireDueInvitations(world.deps, { limit: 10 });
  return { world, nina };
}

describe('an account that we made and nothing needs', () => {
  it('is deleted a day after the invitation ended, and forgotten later [SWEEP-05]', async () => {
    const { world, nina } = await expiredWorld();
    world.passHours(DAY_HOURS - 0.1);
    expect(await sweep(world)).toBe(0);
    expect(world.accounts.has(nina)).toBe(true);

    world.passHours(0.2);
    expect(await sweep(world)).toBe(1);
    expect(world.accounts.has(nina)).toBe(false);
    expect((await world.userOf(nina))?.tombstone).toMatchObject({ isGone: true });
    expect(await sweep(world)).toBe(0);

    world.passHours(1.1);
    expect(await sweep(world)).toBe(0);
    expect(await world.userOf(nina)).toBeUndefined();
  });

  it('is deleted once when two sweeps meet', async () => {
    const { world, nina } = await expiredWorld();
    world.passHours(DAY_HOURS);
    const [one, other] = await Promise.all([sweep(world), sweep(world)]);
    expect(one + other).toBe(1);
    expect(world.accounts.has(nina)).toBe(false);
  });

  it('stays for a new invitation, and goes when that has ended too', async () => {
    const { world, nina } = await expiredWorld();
    world.passHours(DAY_HOURS / 2);
    expect(await world.invite('nina', { expiresInHours: 48 })).toBe(nina);
    world.passHours(DAY_HOURS);
    expect(await sweep(world)).toBe(0);
    world.passHours(DAY_HOURS * 1.5);
    await expireDueInvitations(world.deps, { limit: 10 });
    world.passHours(DAY_HOURS);
    expect(await sweep(world)).toBe(1);
  });

  it.each([
    ['somebody has begun to use it', { begun: { by: 'mail', tenantId: TENANT_ID, at: new Date(0) } }],
    ['it was there before', { origin: 'existing' }],
  ] as const)('stays where %s [SWEEP-05]', async (_why, fields) => {
    const { world, nina } = await expiredWorld();
    await world.put(documentKeys.user(nina), { ...(await world.userOf(nina))!, ...fields });
    world.passHours(10 * DAY_HOURS);
    expect(await sweep(world)).toBe(0);
    expect(world.accounts.has(nina)).toBe(true);
  });

  it('stays with who has found a way in without us, and may be invited again', async () => {
    const { world, nina } = await expiredWorld();
    world.putAccount(nina, { email: 'nina@people.example', providers: ['google.com'] });
    world.passHours(DAY_HOURS);
    expect(await sweep(world)).toBe(0);
    expect(world.accounts.has(nina)).toBe(true);
    expect(await world.userOf(nina)).toMatchObject({ tombstone: null });
    expect(await world.invite('nina')).toBe(nina);
  });

  it('stays with HRX staff, and with who is invited by another company', async () => {
    const { world, nina } = await expiredWorld();
    await world.put(documentKeys.staff(nina), { active: true, name: 'Nina of HRX' });
    const otto = await world.invite('otto');
    const invite = (await world.inviteOf(otto))!;
    await world.put(documentKeys.pendingInvite('globex', otto), { ...invite, tenantId: 'globex' });
    const idle = { memberships: {}, idleSince: world.clock.now() };
    await world.put(documentKeys.user(otto), { ...(await world.userOf(otto))!, ...idle });
    world.passHours(DAY_HOURS);
    expect(await sweep(world)).toBe(0);
    expect(world.accounts.has(nina)).toBe(true);
    expect(world.accounts.has(otto)).toBe(true);
  });
});

describe('an invitation at the moment in which the account is deleted', () => {
  it(
    'comes first, or meets the tombstone: never an account that is gone [SWEEP-06]',
    { timeout: 60_000 },
    async () => {
      const ends = new Set<string>();
      for (let turn = 0; turn < 5; turn += 1) {
        const { world, nina } = await expiredWorld();
        world.passHours(DAY_HOURS);
        const [invited] = await Promise.all([
          world.invite('nina').catch((thrown: unknown) => (thrown as Error).message),
          sweep(world),
        ]);
        ends.add(invited === nina ? 'first' : invited);
        const isThere = world.accounts.has(nina);
        expect((await world.memberOf(nina)) !== undefined).toBe(isThere);
        expect((await world.inviteOf(nina))?.status).toBe(isThere ? 'pending' : 'expired');
        // Tried again, it is invited by a new account.
        if (invited === 'request/busy') expect(await world.invite('nina')).not.toBe(nina);
      }
      expect([...ends].filter((end) => end !== 'first' && end !== 'request/busy')).toEqual([]);
    },
  );

  it('is refused by a tombstone, and works when it is tried again [SWEEP-06]', async () => {
    const { world, nina } = await expiredWorld();
    const since = world.clock.now();
    const tombstone = { since, isGone: false, nextAt: since };
    await world.put(documentKeys.user(nina), { ...(await world.userOf(nina))!, tombstone });
    await expect(world.invite('nina')).rejects.toThrow('request/busy');
    expect(await sweep(world)).toBe(1);
    expect(await world.invite('nina')).not.toBe(nina);
  });
});
