import { afterAll, expect, it } from 'vitest';
import { documentKeys } from '../../contract/documentKeys.ts';
import { paths } from '../../contract/paths.ts';
import { closeEngineWorlds, engineWorld, type EngineWorld } from '../../testing/engineWorld.ts';
import { TENANT_ID } from '../../testing/inviteWorld.ts';
import { declineInvite } from '../answer/declineInvite.ts';
import { eraseEndedAddresses } from './eraseEndedAddresses.ts';

afterAll(closeEngineWorlds);

const KEPT_HOURS = 90 * 24;
const sweep = ({ deps }: EngineWorld) => eraseEndedAddresses(deps, { limit: 100 });

async function kindsOf({ db }: EngineWorld, uid: string): Promise<unknown[]> {
  const { docs } = await db.collection(paths.inviteEvents(TENANT_ID, uid)).get();
  return docs.map((event) => event.get('kind') as unknown);
}

/** nina has declined, with a reason; otto's invitation is open. */
async function declinedWorld(): Promise<EngineWorld> {
  const world = await engineWorld();
  for (const name of ['nina', 'otto']) {
    world.putAccount(name);
    await world.invite(name, { customMessage: `Hello ${name}`, expiresInHours: 720 });
  }
  const reason = 'Nina New moved to Bergen';
  await declineInvite(world.deps, world.callerOf('nina'), { tenantId: TENANT_ID, reason });
  return world;
}

it('erases who was invited, what was written and the timeline, 90 days after the end [SWEEP-07]', async () => {
  const world = await declinedWorld();
  world.passHours(KEPT_HOURS - 0.1);
  expect(await sweep(world)).toBe(0);
  expect((await world.inviteOf('nina'))?.email).toBe('nina@people.example');

  world.passHours(0.2);
  expect(await sweep(world)).toBe(1);

  const erased = (await world.inviteOf('nina'))!;
  expect(erased).toMatchObject({ status: 'declined', role: 'Worker', inviterUid: 'adam', searchTokens: [] });
  expect(await kindsOf(world, 'nina')).toEqual(['address_erased']);
  const { docs } = await world.db.collectionGroup('events').get();
  const left = JSON.stringify([erased, docs.map((event) => event.data())]).toLowerCase();
  for (const word of ['people.example/nina', 'nina@', 'nina new', 'bergen', 'hello nina']) {
    expect(left).not.toContain(word);
  }
  expect(await world.inviteOf('otto')).toMatchObject({ email: 'otto@people.example', firstName: 'Nina' });
  expect(await sweep(world)).toBe(0);
});

it('erases a timeline that is longer than a transaction takes at once', async () => {
  const world = await declinedWorld();
  const writer = world.db.bulkWriter();
  for (let n = 0; n < 450; n += 1) {
    void writer.set(world.db.doc(documentKeys.inviteEvent(TENANT_ID, 'nina', `e${n}`).path), {
      kind: 'opened',
    });
  }
  await writer.close();
  world.passHours(KEPT_HOURS);
  expect(await sweep(world)).toBe(1);
  expect(await kindsOf(world, 'nina')).toEqual(['address_erased']);
});

it('leaves a newer invitation of the same person alone, and both sweeps erase an old one once', async () => {
  const world = await declinedWorld();
  world.passHours(KEPT_HOURS);
  const [one, other] = await Promise.all([sweep(world), sweep(world)]);
  expect(one + other).toBe(1);
  await world.invite('nina');
  expect(await sweep(world)).toBe(0);
  expect((await world.inviteOf('nina'))?.email).toBe('nina@people.example');
});
