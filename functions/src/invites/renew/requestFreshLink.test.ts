import { afterAll, describe, expect, it } from 'vitest';
import { documentKeys } from '../../contract/documentKeys.ts';
import type { TenantSettingsDocument } from '../../contract/documents.ts';
import { paths } from '../../contract/paths.ts';
import { deriveSecret } from '../links/inviteSecret.ts';
import { linkDocumentKeys } from '../links/linkDocuments.ts';
import { bucketKey } from '../../limits/rateLimits.ts';
import { mailsAskedByAnybodyKey } from '../../outbox/caps.ts';
import { takeUpOutbox } from '../../outbox/takeUpOutbox.ts';
import { closeEngineWorlds, engineWorld, type EngineWorld } from '../../testing/engineWorld.ts';
import { TENANT_ID } from '../../testing/inviteWorld.ts';
import { killPoints } from '../../testing/killable.ts';
import { acceptInvite } from '../answer/acceptInvite.ts';
import { declineInvite } from '../answer/declineInvite.ts';
import { getInvite } from '../answer/getInvite.ts';
import { expireDueInvitations } from '../end/expireDueInvitations.ts';
import { deleteUnusedAccounts } from '../unused/deleteUnusedAccounts.ts';
import { requestFreshLink } from './requestFreshLink.ts';

afterAll(closeEngineWorlds);

const MINUTE_HOURS = 1 / 60;

/** @returns the secret of the current link. */
async function secretOf({ get, deps }: EngineWorld, uid: string, kind: 'mail' | 'handover' = 'mail') {
  const { generation, links } = (await get(linkDocumentKeys.secrets(TENANT_ID, uid)))!;
  return deriveSecret(deps.linkKeys(), { ...links[kind], kind, tenantId: TENANT_ID, uid, generation });
}

/** nina has an account; her invitation expired an hour ago. */
async function expiredWorld(settings: Partial<TenantSettingsDocument> = {}) {
  const world = await engineWorld({ settings });
  world.putAccount('nina');
  await world.invite('nina');
  const secret = await secretOf(world, 'nina');
  const before = (await world.inviteOf('nina'))!;
  world.passHours(25);
  await expireDueInvitations(world.deps, { limit: 10 });
  world.queued.outbox.length = 0;
  const ask = (by = secret, network = '192.0.2.1') => requestFreshLink(world.deps, { secret: by }, network);
  /** @returns the work of this kind in the outbox. */
  const outbox = async (kind: string) => {
    const { docs } = await world.db.collection(paths.outbox()).where('kind', '==', kind).get();
    return docs.map((work) => work.get('refs') as Record<string, unknown>);
  };
  const notices = async () =>
    (await outbox('inviter-notice')).filter(({ notice }) => notice === 'fresh_link_asked');
  return { ...world, secret, before, ask, outbox, notices };
}

describe('asking for a fresh link', () => {
  it('renews an expired invitation under a new id, and mails the invited address [LINK-20]', async () => {
    const world = await expiredWorld();
    expect(await world.ask()).toEqual({});
    const invite = (await world.inviteOf('nina'))!;
    expect(invite).toMatchObject({
      status: 'pending',
      renewals: 1,
      role: 'Worker',
      inviterUid: 'adam',
      offeredByUid: 'adam',
    });
    expect(invite.inviteId).not.toBe(world.before.inviteId);
    expect(world.queued.outbox).toHaveLength(1);
    expect(await world.settings()).toMatchObject({ seatsUsed: 2, pendingInvites: 1 });
    expect(await world.memberOf('nina')).toMatchObject({ state: 'invited' });
    expect(await getInvite(world.deps, null, { secret: world.secret })).toMatchObject({ status: 'replaced' });
    const { docs } = await world.db.collection(paths.inviteEvents(TENANT_ID, 'nina')).get();
    expect(docs.map((event) => event.get('kind') as unknown)).toContain('link_renewed');
    const joined = await acceptInvite(world.deps, world.callerOf('nina'), { tenantId: TENANT_ID });
    expect(joined.role).toBe('Worker');
  });

  it('renews twice, and tells the inviter after that [LINK-20]', async () => {
    const world = await expiredWorld();
    for (const renewals of [1, 2]) {
      await world.ask();
      expect(await world.inviteOf('nina')).toMatchObject({ status: 'pending', renewals });
      world.passHours(25);
      await expireDueInvitations(world.deps, { limit: 10 });
    }
    await world.ask();
    expect(await world.inviteOf('nina')).toMatchObject({ status: 'expired', renewals: 2 });
    expect(await world.notices()).toMatchObject([{ receiverUid: 'adam', uid: 'nina' }]);
  });

  it('mails the current link to the holder of a replaced one, and makes no new invitation', async () => {
    const world = await expiredWorld();
    await world.ask();
    const { inviteId } = (await world.inviteOf('nina'))!;
    // The first mail counts as on its way for an hour.
    world.passHours(1.1);
    world.queued.outbox.length = 0;
    expect(await world.ask()).toEqual({});
    expect((await world.inviteOf('nina'))?.inviteId).toBe(inviteId);
    expect(world.queued.outbox).toHaveLength(1);
  });

  it('invites by a new account where the old one was deleted meanwhile', async () => {
    const world = await engineWorld();
    const uid = await world.invite('nina');
    const secret = await secretOf(world, uid);
    world.passHours(25);
    await expireDueInvitations(world.deps, { limit: 10 });
    world.passHours(25);
    await deleteUnusedAccounts(world.deps, { limit: 10 });
    expect(world.accounts.has(uid)).toBe(false);
    const ask = () => requestFreshLink(world.deps, { secret }, '192.0.2.1');
    await ask();
    const made = [...world.accounts.values()].find(({ email }) => email === 'nina@people.example')!.uid;
    expect(made).not.toBe(uid);
    expect(await world.inviteOf(made)).toMatchObject({ status: 'pending', renewals: 1 });
    expect(await world.inviteOf(uid)).toMatchObject({ status: 'expired', renewals: 1 });
    expect(await world.settings()).toMatchObject({ seatsUsed: 2, pendingInvites: 1 });
    // The old link again: the new invitation's link goes out once more, and nobody is invited twice.
    world.passHours(1.1);
    await ask();
    expect(await world.settings()).toMatchObject({ seatsUsed: 2, pendingInvites: 1 });
  });
});

describe('a fresh link that is not sent', () => {
  it.each([
    ['the company does not want it', { freshLinks: false }],
    ['there is no seat', { seatLimit: 1 }],
  ])('because %s: the inviter is told instead [LINK-20]', async (_why, settings) => {
    const world = await expiredWorld();
    const key = documentKeys.tenantSettings(TENANT_ID);
    await world.put(key, { ...(await world.get(key))!, ...settings });
    expect(await world.ask()).toEqual({});
    expect(await world.inviteOf('nina')).toMatchObject({ status: 'expired', renewals: 0 });
    expect(await world.notices()).toMatchObject([{ receiverUid: 'adam', uid: 'nina' }]);
    expect(world.queued.outbox).toEqual([]);
  });

  it('because who answers for it lost the right: their standing now decides', async () => {
    const world = await expiredWorld();
    await world.putMember('adam', { role: 'Worker' });
    await world.ask();
    expect(await world.inviteOf('nina')).toMatchObject({ status: 'expired' });
    expect(world.queued.outbox).toEqual([]);
  });

  it('because 30 days have passed, or it was declined', async () => {
    const late = await expiredWorld();
    late.passHours(30 * 24);
    expect(await late.ask()).toEqual({});
    expect(await late.inviteOf('nina')).toMatchObject({ status: 'expired' });

    const world = await engineWorld();
    world.putAccount('nina');
    await world.invite('nina');
    const secret = await secretOf(world, 'nina');
    await declineInvite(world.deps, world.callerOf('nina'), { tenantId: TENANT_ID });
    world.queued.outbox.length = 0;
    expect(await requestFreshLink(world.deps, { secret }, '192.0.2.1')).toEqual({});
    expect(await world.inviteOf('nina')).toMatchObject({ status: 'declined' });
    expect(world.queued.outbox).toEqual([]);
  });

  it('because the address had its share of what anybody can ask for', async () => {
    const world = await expiredWorld();
    const now = world.clock.now().getTime();
    await world.put(mailsAskedByAnybodyKey('nina@people.example'), {
      takenAt: Array.from({ length: 5 }, () => now - 1000),
      expireAt: new Date(now + 24 * 3600_000),
    });
    expect(await world.ask()).toEqual({});
    expect(await world.inviteOf('nina')).toMatchObject({ status: 'expired', renewals: 0 });
    world.passHours(24.1);
    await world.ask();
    expect(await world.inviteOf('nina')).toMatchObject({ status: 'pending' });
  });
});

describe('who asks too often', () => {
  it('gets one link a minute for one invitation', async () => {
    const world = await expiredWorld({ freshLinks: false });
    await world.ask();
    await world.ask();
    expect(await world.notices()).toHaveLength(1);
    world.passHours(1.1 * MINUTE_HOURS);
    await world.ask();
    expect(await world.notices()).toHaveLength(2);
  });

  it('is told to wait, as a network, also with secrets that never were one [LINK-21]', async () => {
    const world = await expiredWorld();
    const now = world.clock.now().getTime();
    await world.put(bucketKey('recoveries', '203.0.113.9'), {
      takenAt: Array.from({ length: 59 }, () => now - 1000),
      expireAt: new Date(now + 60_000),
    });
    const guess = (n: number) => world.ask(n.toString(16).padStart(64, '0'), '203.0.113.9');
    expect(await guess(1)).toEqual({});
    await expect(guess(2)).rejects.toMatchObject({ code: 'limits/recoveries' });
    expect(await world.ask()).toEqual({});
    expect(await world.inviteOf('nina')).toMatchObject({ status: 'pending' });
  });
});

describe('races and crashes of a fresh link', () => {
  it('is one invitation when two ask at once, and when somebody invites again at that moment', async () => {
    const twice = await expiredWorld();
    await Promise.all([twice.ask(), twice.ask()]);
    expect(await twice.settings()).toMatchObject({ seatsUsed: 2, pendingInvites: 1 });
    expect(twice.queued.outbox).toHaveLength(1);

    const world = await expiredWorld();
    const again = world.invite('nina').catch((thrown: unknown) => (thrown as Error).message);
    const [, invited] = await Promise.all([world.ask(), again]);
    expect(['nina', 'invite/already-invited']).toContain(invited);
    expect(await world.inviteOf('nina')).toMatchObject({ status: 'pending' });
    expect(await world.settings()).toMatchObject({ seatsUsed: 2, pendingInvites: 1 });
  });

  it('ends as if nobody had been killed, at any call [LINK-22]', { timeout: 300_000 }, async () => {
    const request = ({ secret }: { secret: string }, process: ReturnType<EngineWorld['process']>) =>
      process.run((deps) => requestFreshLink(deps, { secret }, '192.0.2.1'));
    const first = await expiredWorld();
    const whole = first.process();
    expect(await request(first, whole)).toEqual({});
    for (const point of killPoints(whole.calls())) {
      const world = await expiredWorld();
      expect(await request(world, world.process(point))).toBe('killed');
      // They ask again a little later, and the sweep goes on with what was written down.
      world.passHours(2 * MINUTE_HOURS);
      await world.ask();
      world.passHours(1.1);
      await takeUpOutbox(world.deps, { limit: 100 });
      expect(await world.inviteOf('nina'), `${point.when} ${point.call}`).toMatchObject({
        status: 'pending',
        renewals: 1,
      });
      expect(await world.settings()).toMatchObject({ seatsUsed: 2, pendingInvites: 1 });
      expect(await world.memberOf('nina')).toMatchObject({ state: 'invited' });
      expect(world.queued.outbox.length).toBeGreaterThan(0);
    }
  });
});
