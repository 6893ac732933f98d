import { afterAll, describe, expect, it, vi } from 'vitest';
import { bucketKey } from '../../limits/rateLimits.ts';
import { paths } from '../../contract/paths.ts';
import { deliverOutbox } from '../../outbox/deliverOutbox.ts';
import type { SendMail } from '../../outbox/outgoingMail.ts';
import { closeEngineWorlds, engineWorld, type EngineWorld } from '../../testing/engineWorld.ts';
import { TENANT_ID } from '../../testing/inviteWorld.ts';
import { killPoints } from '../../testing/killable.ts';
import { declineInvite } from '../answer/declineInvite.ts';
import { updateInvite } from '../manage/updateInvite.ts';
import { resendInvite } from '../manage/resendInvite.ts';
import { remindDueInvitees } from './remindDueInvitees.ts';
import { unsubscribe } from './unsubscribe.ts';

afterAll(closeEngineWorlds);

/** nina is invited for a week. */
async function invitedWorld(settings?: Parameters<typeof engineWorld>[0]) {
  const world = await engineWorld(settings);
  world.putAccount('nina');
  await world.invite('nina', { expiresInHours: 168 });
  world.queued.outbox.length = 0;
  const sendMail = vi.fn<SendMail>(() => Promise.resolve({ taken: true }));
  const deps = { ...world.deps, sendMail };
  const sweep = () => remindDueInvitees(deps, { limit: 100 });
  /** @returns the mails that the queue has sent. */
  const deliver = async () => {
    for (const id of world.queued.outbox.splice(0)) await deliverOutbox(deps, { id }, { retryCount: 0 });
    return sendMail.mock.calls.map(([mail]) => mail);
  };
  return { ...world, deps, sweep, deliver };
}
type World = Awaited<ReturnType<typeof invitedWorld>>;

async function eventsOf({ db }: Pick<EngineWorld, 'db'>, uid: string): Promise<unknown[]> {
  const { docs } = await db.collection(paths.inviteEvents(TENANT_ID, uid)).orderBy('at').get();
  return docs.map((event) => event.get('kind') as unknown);
}

/** @returns the path that the mail program of a reminder's reader posts to. */
async function offPathOf(world: World): Promise<string> {
  expect(await world.sweep()).toBe(1);
  const [mail] = await world.deliver();
  return mail!.unsubscribeUrl!.replace('https://functions.example/unsubscribe', '');
}

const ask = (world: World, method: 'GET' | 'POST', path: string, network = '192.0.2.1') =>
  unsubscribe(world.deps, { method, path, network, body: Buffer.from('') });

describe('a reminder', () => {
  it('goes out once, a day before the end, with the current link [SWEEP-08]', async () => {
    const world = await invitedWorld();
    world.passHours(143);
    expect(await world.sweep()).toBe(0);
    world.passHours(1);
    expect(await world.sweep()).toBe(1);
    const [mail, ...more] = await world.deliver();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      to: 'nina@people.example',
      subject: 'Reminder: Pat Person invites you to Acme Staffing',
    });
    expect(mail!.text).toMatch(/https:\/\/invites\.example\/invite#[0-9a-f]{64}/);
    expect(mail!.text).toContain(mail!.unsubscribeUrl);
    expect((await world.inviteOf('nina'))?.attention).toBe('ends_soon');
    expect(await eventsOf(world, 'nina')).toContain('reminded');
    world.passHours(10);
    expect(await world.sweep()).toBe(0);
    expect(await world.deliver()).toHaveLength(1);
  });

  it('goes out in proportion for a short life', async () => {
    const world = await invitedWorld();
    await world.invite('otto', { expiresInHours: 8 });
    world.queued.outbox.length = 0;
    world.passHours(5.9);
    expect(await world.sweep()).toBe(0);
    world.passHours(0.2);
    expect(await world.sweep()).toBe(1);
  });

  it('is one when two runs meet [SWEEP-08]', async () => {
    const world = await invitedWorld();
    world.passHours(145);
    const [one, other] = await Promise.all([world.sweep(), world.sweep()]);
    expect(one + other).toBe(1);
    expect(await world.deliver()).toHaveLength(1);
  });

  it('comes again for an invitation that was sent again, at its new end', async () => {
    const world = await invitedWorld();
    world.passHours(145);
    expect(await world.sweep()).toBe(1);
    await resendInvite(world.deps, world.callerOf('adam'), { tenantId: TENANT_ID, uid: 'nina' });
    expect(await world.sweep()).toBe(0);
    world.passHours(145);
    expect(await world.sweep()).toBe(1);
  });

  it('waits for the new end of an invitation that was extended', async () => {
    const world = await invitedWorld();
    const request = { tenantId: TENANT_ID, uid: 'nina', expiresInHours: 500 };
    await updateInvite(world.deps, world.callerOf('adam'), request);
    world.passHours(145);
    expect(await world.sweep()).toBe(0);
    world.passHours(332);
    expect(await world.sweep()).toBe(1);
  });

  it('is not sent where the company switched reminders off, and the list shows that the end is near', async () => {
    const world = await invitedWorld({ settings: { reminders: false } });
    world.passHours(145);
    expect(await world.sweep()).toBe(0);
    expect(await world.inviteOf('nina')).toMatchObject({ attention: 'ends_soon', remindedAt: null });
    expect(await world.deliver()).toEqual([]);
  });

  it('is not sent to who has answered, also between the sweep and the mail', async () => {
    const world = await invitedWorld();
    world.passHours(145);
    expect(await world.sweep()).toBe(1);
    await declineInvite(world.deps, world.callerOf('nina'), { tenantId: TENANT_ID });
    expect(await world.deliver()).toEqual([]);
    expect(await world.sweep()).toBe(0);
  });

  it('is sent once when its process is killed at any call [SWEEP-08]', { timeout: 120_000 }, async () => {
    const whole = await invitedWorld();
    whole.passHours(145);
    const counted = whole.process();
    await counted.run((deps) => remindDueInvitees(deps, { limit: 10 }));
    for (const point of killPoints(counted.calls())) {
      const world = await invitedWorld();
      world.passHours(145);
      const end = await world.process(point).run((deps) => remindDueInvitees(deps, { limit: 10 }));
      expect(end).toBe('killed');
      await world.sweep();
      // Also what the queue never got is in the outbox, where the sweep finds it.
      const { docs } = await world.db.collection(paths.outbox()).where('kind', '==', 'reminder').get();
      expect(docs).toHaveLength(1);
      expect((await world.inviteOf('nina'))?.remindedAt).not.toBeNull();
    }
  });
});

describe('"Don\'t remind me"', () => {
  it('acts by POST alone, once, and the inviter sees it [SWEEP-09]', async () => {
    const world = await invitedWorld();
    world.passHours(145);
    const path = await offPathOf(world);
    const page = await ask(world, 'GET', path);
    expect(page).toMatchObject({ status: 200 });
    expect(page.html).toContain('<form method="post">');
    expect(await world.inviteOf('nina')).toMatchObject({ remindersOff: false });

    expect(await ask(world, 'POST', path)).toMatchObject({ status: 200 });
    expect(await ask(world, 'POST', path)).toMatchObject({ status: 200 });

    expect(await world.inviteOf('nina')).toMatchObject({ remindersOff: true, status: 'pending' });
    const events = await eventsOf(world, 'nina');
    expect(events.filter((kind) => kind === 'reminders_off')).toHaveLength(1);
  });

  it('holds for later invitations of that company to that address, and for no other [SWEEP-09]', async () => {
    const world = await invitedWorld();
    world.passHours(145);
    await ask(world, 'POST', await offPathOf(world));
    await declineInvite(world.deps, world.callerOf('nina'), { tenantId: TENANT_ID });
    world.passHours(24 * 8);
    await world.invite('nina', { expiresInHours: 168 });
    await world.invite('otto', { expiresInHours: 168 });
    world.passHours(145);
    expect(await world.sweep()).toBe(1);
    expect(await world.inviteOf('nina')).toMatchObject({ remindersOff: true, remindedAt: null });
  });

  it('opens nothing else, and no other secret opens it', async () => {
    const world = await invitedWorld();
    world.passHours(145);
    const path = await offPathOf(world);
    const secret = path.slice(1);
    await expect(declineInvite(world.deps, null, { secret })).rejects.toThrow('invite/not-found');
    const { docs } = await world.db.collection('invite_links').get();
    expect(docs.length).toBeGreaterThan(0);
    const [mail] = await world.deliver();
    const [, linked = ''] = /invite#([0-9a-f]{64})/.exec(mail!.text) ?? [];
    expect(await ask(world, 'POST', `/${linked}`)).toMatchObject({ status: 404 });
    expect(await world.inviteOf('nina')).toMatchObject({ remindersOff: false, status: 'pending' });
  });

  it.each(['', '/', '/x', `/${'0'.repeat(63)}`, `/${'0'.repeat(64)}/x`, `/${'G'.repeat(64)}`])(
    'says that "%s" is no link',
    async (path) => {
      const world = await engineWorld();
      for (const method of ['GET', 'POST'] as const) {
        const answer = await unsubscribe(world.deps, {
          method,
          path,
          network: '192.0.2.1',
          body: Buffer.from(''),
        });
        expect(answer).toMatchObject({ status: 404 });
      }
    },
  );

  it('is over for a network that guesses, and works from another one [SWEEP-09]', async () => {
    const world = await invitedWorld();
    world.passHours(145);
    const path = await offPathOf(world);
    const now = world.clock.now().getTime();
    await world.put(bucketKey('misses', '203.0.113.7'), {
      takenAt: Array.from({ length: 59 }, () => now - 1000),
      expireAt: new Date(now + 60_000),
    });
    const guess = (n: number) => ask(world, 'POST', `/${n.toString(16).padStart(64, '0')}`, '203.0.113.7');
    expect(await guess(1)).toMatchObject({ status: 404 });
    await expect(guess(2)).rejects.toMatchObject({ code: 'limits/misses' });
    expect(await ask(world, 'POST', path)).toMatchObject({ status: 200 });
  });
});
