import { afterAll, describe, expect, it, vi } from 'vitest';
import { documentKeys } from '../contract/documentKeys.ts';
import { paths } from '../contract/paths.ts';
import { setMyNotices } from '../accounts/setMyNotices.ts';
import { acceptInvite } from '../invites/answer/acceptInvite.ts';
import { declineInvite } from '../invites/answer/declineInvite.ts';
import { setTenantRole } from '../members/setTenantRole.ts';
import { deliverOutbox } from '../outbox/deliverOutbox.ts';
import type { SendMail } from '../outbox/outgoingMail.ts';
import { sweepInvites } from '../sweep/sweepInvites.ts';
import { closeEngineWorlds, engineWorld } from '../testing/engineWorld.ts';
import { TENANT_ID } from '../testing/inviteWorld.ts';

afterAll(closeEngineWorlds);

async function noticeWorld() {
  const world = await engineWorld();
  const sendMail = vi.fn<SendMail>(() => Promise.resolve({ taken: true }));
  const deps = { ...world.deps, sendMail };
  /** Sweeps, and runs what the queue got. @returns the mails that adam has got by now. */
  const toAdam = async () => {
    await sweepInvites(deps);
    for (const id of world.queued.outbox.splice(0)) await deliverOutbox(deps, { id }, { retryCount: 0 });
    return mailsTo('adam');
  };
  const mailsTo = (name: string) =>
    sendMail.mock.calls.map(([mail]) => mail).filter(({ to }) => to === `${name}@people.example`);
  const invited = async (name: string) => {
    world.putAccount(name);
    await world.invite(name);
  };
  const decline = (name: string, reason?: string) =>
    declineInvite(deps, world.callerOf(name), { tenantId: TENANT_ID, ...(reason && { reason }) });
  return { ...world, deps, sendMail, toAdam, mailsTo, invited, decline };
}

describe('news to the inviter', () => {
  it('says who accepted [NOTICE-02]', async () => {
    const world = await noticeWorld();
    await world.invited('nina');
    await acceptInvite(world.deps, world.callerOf('nina'), { tenantId: TENANT_ID });
    const [mail, ...more] = await world.toAdam();
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('Nina New accepted your invitation');
    expect(mail?.text).toContain('They joined Acme Staffing as a Worker.');
    expect(mail?.text).toContain(`https://invites.example/t/${TENANT_ID}/invitations?invitation=nina`);
    expect(mail?.text).toContain('https://invites.example/account/notices');
  });

  it('says who declined and why, once [NOTICE-02]', async () => {
    const world = await noticeWorld();
    await world.invited('nina');
    await world.decline('nina', 'I found another job.\nSorry!');
    const [mail] = await world.toAdam();
    expect(mail?.subject).toBe('Nina New declined your invitation');
    expect(mail?.text).toContain('They wrote:\n> I found another job.\n> Sorry!');
    world.passHours(1.1);
    expect(await world.toAdam()).toHaveLength(1);
  });

  it('says what has expired [NOTICE-02]', async () => {
    const world = await noticeWorld();
    await world.invited('nina');
    world.passHours(25);
    const [mail] = await world.toAdam();
    expect(mail?.subject).toBe('Your invitation to Nina New has expired');
    expect(mail?.text).toContain('Invite again');
  });

  it('says what was not delivered, in the words of the server [NOTICE-02]', async () => {
    const world = await noticeWorld();
    await world.invited('nina');
    world.sendMail.mockResolvedValueOnce({ taken: false, permanent: true, words: '550 No such user' });
    for (const id of world.queued.outbox.splice(0))
      await deliverOutbox(world.deps, { id }, { retryCount: 0 });
    const [mail] = await world.toAdam();
    expect(mail?.subject).toBe('Your invitation to Nina New was not delivered');
    expect(mail?.text).toContain('The email to nina@people.example did not arrive.');
    expect(mail?.text).toContain('> 550 No such user');
  });

  it('is not sent where its receiver switched it off, and the others are [NOTICE-01]', async () => {
    const world = await noticeWorld();
    await setMyNotices(world.deps, world.callerOf('adam'), { notices: { declined: false } });
    await world.invited('nina');
    await world.invited('otto');
    await world.decline('nina');
    await acceptInvite(world.deps, world.callerOf('otto'), { tenantId: TENANT_ID });
    expect((await world.toAdam()).map(({ subject }) => subject)).toEqual([
      'Nina New accepted your invitation',
    ]);
  });

  it("is not sent to who has left the company, or whose address may be somebody else's", async () => {
    for (const change of ['left', 'unproven', 'disabled'] as const) {
      const world = await noticeWorld();
      await world.invited('nina');
      await world.decline('nina');
      if (change === 'left') await world.db.doc(paths.member(TENANT_ID, 'adam')).delete();
      if (change === 'unproven') world.putAccount('adam', { emailVerified: false });
      if (change === 'disabled') world.putAccount('adam', { disabled: true });
      expect(await world.toAdam()).toEqual([]);
    }
  });

  it('comes as one mail a day where there is much of it [NOTICE-03]', async () => {
    const world = await noticeWorld();
    const names = ['ann', 'ben', 'cid', 'dan', 'eve', 'fay', 'gus'];
    for (const name of names) {
      await world.invited(name);
      await world.decline(name);
    }
    expect(await world.toAdam()).toHaveLength(5);
    expect(await world.toAdam()).toHaveLength(5);
    world.passHours(12.5);
    const mails = await world.toAdam();
    expect(mails).toHaveLength(6);
    expect(mails[5]?.subject).toBe('News about 2 of your invitations');
    expect(mails[5]?.text).toContain('Nina New declined your invitation.');
    world.passHours(2);
    expect(await world.toAdam()).toHaveLength(6);
  });

  it('leaves out of the day what its receiver switched off meanwhile', async () => {
    const world = await noticeWorld();
    for (const name of ['ann', 'ben', 'cid', 'dan', 'eve', 'fay']) {
      await world.invited(name);
      await world.decline(name);
    }
    expect(await world.toAdam()).toHaveLength(5);
    await setMyNotices(world.deps, world.callerOf('adam'), { notices: { declined: false } });
    world.passHours(12.5);
    expect(await world.toAdam()).toHaveLength(5);
  });
});

describe('news to the owner of an account', () => {
  it('says that a role was given [NOTICE-04]', async () => {
    const world = await noticeWorld();
    await world.putMember('walt');
    const request = { tenantId: TENANT_ID, uid: 'walt', role: 'Manager', securityLevel: '4' } as const;
    await setTenantRole(world.deps, world.callerOf('adam'), request);
    await world.toAdam();
    const [mail] = world.mailsTo('walt');
    expect(mail?.subject).toBe('Your role has changed');
    expect(mail?.text).toContain('You are now a Manager at Acme Staffing');
  });

  it('comes at most as often as it happens, and not for an account that is gone', async () => {
    const world = await noticeWorld();
    await world.putMember('walt');
    const request = { tenantId: TENANT_ID, uid: 'walt', role: 'Manager', securityLevel: '4' } as const;
    await setTenantRole(world.deps, world.callerOf('adam'), request);
    world.accounts.delete('walt');
    await world.toAdam();
    expect(world.mailsTo('walt')).toEqual([]);
    expect(await world.get(documentKeys.user('walt'))).toBeDefined();
  });
});
