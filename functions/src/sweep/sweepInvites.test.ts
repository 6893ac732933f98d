// The whole sweep over an embedded Firestore: what it takes up, what it costs, and a process that is killed at each call.
import { afterAll, describe, expect, it, vi } from 'vitest';
import { syncClaims } from '../claims/syncClaims.ts';
import { documentKeys } from '../contract/documentKeys.ts';
import { paths } from '../contract/paths.ts';
import { expireDueInvitations } from '../invites/end/expireDueInvitations.ts';
import { deliverOutbox } from '../outbox/deliverOutbox.ts';
import { countReads } from '../testing/countReads.ts';
import { closeEngineWorlds, engineWorld, type EngineWorld } from '../testing/engineWorld.ts';
import { TENANT_ID } from '../testing/inviteWorld.ts';
import { killPoints, type KillAt } from '../testing/killable.ts';
import { runPieces } from './runPieces.ts';
import { sweepInvites } from './sweepInvites.ts';

const IS_LONG = Boolean(process.env['HRX_LONG']);

afterAll(closeEngineWorlds);

/** Runs what the sweep gave to the queues. */
async function drain({ deps, queued }: EngineWorld): Promise<void> {
  for (const uid of queued.claims.splice(0)) await syncClaims(deps, { uid }, { retryCount: 0 });
  for (const id of queued.outbox.splice(0)) await deliverOutbox(deps, { id }, { retryCount: 0 });
}

/**
 * nina's invitation has expired, otto's claims were lost, and both mails; paula's invitation ended long ago, and nothing
 * needs her account.
 */
async function worldWithWork(): Promise<{ world: EngineWorld; nina: string; otto: string; paula: string }> {
  const world = await engineWorld();
  const paula = await world.invite('paula', { expiresInHours: 1 });
  world.passHours(2);
  await expireDueInvitations(world.deps, { limit: 1 });
  world.passHours(91 * 24);
  const nina = await world.invite('nina');
  const otto = await world.invite('otto', { expiresInHours: 48 });
  const user = await world.userOf(otto);
  const { customClaims: claims } = world.accounts.get(otto)!;
  expect(claims).toEqual({ roles: { [TENANT_ID]: { role: 'Worker', securityLevel: '2' } } });
  world.accounts.set(otto, { ...world.accounts.get(otto)!, customClaims: {} });
  const sync = { ...user!.sync, state: 'pending' as const, nextAt: world.clock.now() };
  await world.put(documentKeys.user(otto), { ...user!, claimsVersion: 0, sync });
  world.queued.outbox.splice(0);
  world.passHours(25);
  return { world, nina, otto, paula };
}

async function expectAllDone({ world, nina, otto, paula }: Awaited<ReturnType<typeof worldWithWork>>) {
  expect((await world.inviteOf(nina))?.status).toBe('expired');
  expect((await world.inviteOf(otto))?.status).toBe('pending');
  expect(await world.settings()).toMatchObject({ seatsUsed: 2, pendingInvites: 1 });
  expect(await world.memberOf(nina)).toBeUndefined();
  expect(world.accounts.get(nina)?.customClaims).toEqual({ roles: {} });
  expect(world.accounts.get(otto)?.customClaims).toMatchObject({ roles: { [TENANT_ID]: {} } });
  expect((await world.userOf(nina))?.sync).toMatchObject({ state: 'synced', nextAt: null });
  expect((await world.userOf(otto))?.sync).toMatchObject({ state: 'synced', nextAt: null });
  expect((await world.inviteOf(otto))?.mail.state).toBe('sent');
  const audit = await world.db
    .collection(paths.audit(TENANT_ID))
    .where('action', '==', 'invite.expired')
    .get();
  expect(audit.size).toBe(2);
  expect(world.accounts.has(paula)).toBe(false);
  expect((await world.userOf(paula))?.tombstone?.isGone ?? true).toBe(true);
  expect(await world.inviteOf(paula)).toMatchObject({ status: 'expired', email: '' });
  const timeline = await world.db.collection(paths.inviteEvents(TENANT_ID, paula)).get();
  expect(timeline.docs.map((event) => event.get('kind') as unknown)).toEqual(['address_erased']);
  const unfinished = await world.db.collection(paths.outbox()).where('nextAt', '!=', null).get();
  expect(unfinished.size).toBe(0);
}

describe('one sweep', () => {
  it('takes up all that is due, and finds nothing after that [SWEEP-02]', async () => {
    const found = await worldWithWork();
    expect(await sweepInvites(found.world.deps)).toMatchObject({
      expired: 1,
      deleted: 1,
      erased: 1,
      claims: 1,
      outbox: 5,
      jobs: 0,
    });
    await drain(found.world);
    await expectAllDone(found);
    found.world.passHours(2);
    expect(new Set(Object.values(await sweepInvites(found.world.deps)))).toEqual(new Set([0]));
  });

  it('does the work once when two meet [SWEEP-02]', async () => {
    const found = await worldWithWork();
    const { deps, queued } = found.world;
    const [one, other] = await Promise.all([sweepInvites(deps), sweepInvites(deps)]);
    expect(one['expired']! + other['expired']!).toBe(1);
    expect(new Set(queued.outbox).size).toBe(queued.outbox.length);
    expect(queued.claims).toHaveLength(1);
    await drain(found.world);
    await expectAllDone(found);
  });

  it('leaves to its task what fails for a moment, as long as the task may go on', async () => {
    const { world, otto } = await worldWithWork();
    const user = (await world.userOf(otto))!;
    const retrying = { ...user.sync, state: 'retrying' as const, nextAt: world.clock.now() };
    await world.put(documentKeys.user(otto), { ...user, sync: retrying });
    expect(await sweepInvites(world.deps)).toMatchObject({ claims: 0 });
    world.passHours(1);
    expect(await sweepInvites(world.deps)).toMatchObject({ claims: 1 });
  });

  it('gives every piece its turn, also after one that failed', async () => {
    const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
    const last = vi.fn(() => Promise.resolve(3));
    const run = runPieces({ log }, { first: () => Promise.reject(new Error('no answer')), last });
    await expect(run).rejects.toThrow('no answer');
    expect(last).toHaveBeenCalledOnce();
    expect(log.error).toHaveBeenCalledOnce();
  });
});

describe('what a sweep costs', () => {
  const DUE = 50;

  async function readsAmong(others: number): Promise<number> {
    const world = await engineWorld();
    const uid = await world.invite('nina');
    const invite = (await world.inviteOf(uid))!;
    const user = (await world.userOf(uid))!;
    const settings = (await world.settings())!;
    await world.put(documentKeys.tenantSettings(TENANT_ID), {
      ...settings,
      seatsUsed: 1 + others + DUE,
      pendingInvites: others + DUE,
    });
    await world.db.doc(paths.pendingInvite(TENANT_ID, uid)).delete();
    await world.db.recursiveDelete(world.db.collection(paths.outbox()));
    const writer = world.db.bulkWriter();
    const soon = world.clock.now();
    const later = new Date(soon.getTime() + 600 * 3600_000);
    for (let n = 0; n < others + DUE; n += 1) {
      const each = { uid: `p${n}`, inviteId: `i${n}`, expiresAt: n < DUE ? soon : later };
      void writer.set(world.db.doc(paths.pendingInvite(TENANT_ID, each.uid)), { ...invite, ...each });
      if (n >= DUE) continue;
      void writer.set(world.db.doc(paths.user(each.uid)), { ...user, uid: each.uid });
    }
    await writer.close();
    let expired: number | undefined;
    const reads = await countReads(world.db, async () => {
      ({ expired } = (await sweepInvites(world.deps)) as { expired: number });
    });
    expect(expired).toBe(DUE);
    return reads;
  }

  it(
    `is that of the ${DUE} that are due, however many there are [SWEEP-03]`,
    { timeout: 600_000 },
    async () => {
      const alone = await readsAmong(0);
      expect(alone).toBeGreaterThan(DUE);
      expect(await readsAmong(IS_LONG ? 100_000 : 2_000)).toBe(alone);
    },
  );
});

describe('a sweep that is killed at any call, before or after it has its effect', () => {
  /** @returns how many calls it made, and whether it was killed. */
  async function sweepKilledAt(killAt: KillAt | undefined) {
    const found = await worldWithWork();
    const process = found.world.process(killAt);
    const end = await process.run(sweepInvites);
    return { found, calls: process.calls(), isKilled: end === 'killed' };
  }

  it('is made good by the next one [SWEEP-04]', { timeout: 600_000 }, async () => {
    const { calls, found: whole } = await sweepKilledAt(undefined);
    await drain(whole.world);
    await expectAllDone(whole);
    expect(calls).toBeGreaterThan(6);
    for (const point of killPoints(calls)) {
      const { found, isKilled } = await sweepKilledAt(point);
      expect(isKilled, `${point.when} call ${point.call}`).toBe(true);
      // What the queues had is lost too; the second hour is for what the first has given to them.
      found.world.queued.claims.length = 0;
      found.world.queued.outbox.length = 0;
      for (let hour = 1; hour <= 2; hour += 1) {
        found.world.passHours(1.1);
        await sweepInvites(found.world.deps);
        await drain(found.world);
      }
      await expectAllDone(found);
    }
  });
});
