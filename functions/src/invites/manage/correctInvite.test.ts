import { describe, expect, it } from 'vitest';
import type { CallableRequest } from '../../contract/callables.ts';
import { inviteWorld, TENANT_ID, type InviteWorldOptions } from '../../testing/inviteWorld.ts';
import { acceptInvite } from '../answer/acceptInvite.ts';
import { getInvite } from '../answer/getInvite.ts';
import { correctInvite } from './correctInvite.ts';

const OFFER = {
  desiredRole: 'Recruiter',
  securityLevel: '3',
  designation: 'Lead',
  expiresInHours: 48,
} as const;

/** Adam, mona who manages invitations, and nina, whose right address is nora's. */
async function invitedWorld(options: InviteWorldOptions = {}) {
  const world = inviteWorld({ runsTwice: true, ...options });
  world.putMember('mona', { role: 'Manager', securityLevel: '5', permissions: ['invites:manage'] });
  world.putAccount('nina');
  world.putAccount('nora');
  const { inviteLink, inviteId } = await world.invite('nina', OFFER);
  const secret = new URL(inviteLink).hash.slice(1);
  const correct = (given: Partial<CallableRequest<'correctInvite'>> = {}, by = 'mona') =>
    correctInvite(world.deps, world.callerOf(by), {
      tenantId: TENANT_ID,
      uid: 'nina',
      email: 'nora@people.example',
      ...given,
    });
  return { ...world, secret, inviteId, correct };
}

describe('correcting the address of an invitation', () => {
  it('ends it and makes the same offer to the other address, in one commit [LIFE-13]', async () => {
    const at = await invitedWorld();
    const seats = at.settings();
    const answer = await at.correct();
    expect(answer).toMatchObject({ uid: 'nora', userExists: true, claimsApplied: true });
    expect(at.inviteOf('nina')).toMatchObject({ status: 'revoked', revokedReason: 'address_corrected' });
    expect(at.memberOf('nina')).toBeUndefined();
    expect(await getInvite(at.deps, null, { secret: at.secret })).toMatchObject({ status: 'revoked' });
    expect(at.inviteOf('nora')).toMatchObject({
      status: 'pending',
      email: 'nora@people.example',
      role: 'Recruiter',
      designation: 'Lead',
      lifetimeHours: 48,
      inviterUid: 'adam',
      offeredByUid: 'mona',
      mail: { state: 'queued' },
    });
    expect(at.memberOf('nora')).toMatchObject({ state: 'invited', role: 'Recruiter' });
    expect(at.settings()).toEqual(seats);
    expect([...at.done.projected].sort().slice(-2)).toEqual(['nina', 'nora']);
    expect(at.done.mailed).toEqual(['nina 1', 'nora 1']);
  });

  it('stands on both timelines, with the addresses, and in the audit without them [LIFE-09]', async () => {
    const at = await invitedWorld();
    const { inviteId } = await at.correct();
    expect(at.eventsOf('nina').find(({ kind }) => kind === 'revoked')).toMatchObject({
      actorUid: 'mona',
      details: { reason: 'address_corrected' },
    });
    expect(at.eventsOf('nora').find(({ kind }) => kind === 'address_corrected')).toMatchObject({
      inviteId,
      actorUid: 'mona',
      details: { emailFrom: 'nina@people.example', emailTo: 'nora@people.example', uidFrom: 'nina' },
    });
    const [ended, made] = at.audited().slice(-2);
    expect(ended).toMatchObject({ action: 'invite.revoked', after: { reason: 'address_corrected' } });
    expect(made).toMatchObject({ action: 'invite.address_corrected', before: { uid: 'nina' } });
    expect(JSON.stringify(at.audited())).not.toContain('@');
  });

  it('makes an account for who has none, called as the invitation says', async () => {
    const at = await invitedWorld();
    const { uid, userExists } = await at.correct({ email: 'new@people.example' });
    expect(userExists).toBe(false);
    expect(at.inviteOf(uid)).toMatchObject({ email: 'new@people.example', firstName: 'Nina' });
  });

  it('works where no seat and no place is left: they move [LIFE-13]', async () => {
    const at = await invitedWorld({ settings: { seatLimit: 2 } });
    await at.correct();
    expect(at.settings()).toMatchObject({ seatsUsed: 2, pendingInvites: 1 });
  });

  it('is done once for the same call [LIFE-06]', async () => {
    const at = await invitedWorld();
    const first = await at.correct({ idempotencyKey: 'correct-12345678' });
    const stored = at.memory.dump();
    expect(await at.correct({ idempotencyKey: 'correct-12345678' })).toEqual(first);
    expect(at.memory.dump()).toEqual(stored);
  });

  it('makes the corrector answer for the offer, by what they may do at the acceptance [LIFE-12]', async () => {
    const at = await invitedWorld();
    await at.correct();
    at.putMember('mona', { role: 'Worker', securityLevel: '2' });
    await expect(
      acceptInvite(at.deps, at.callerOf('nora'), { tenantId: TENANT_ID, firstName: null, lastName: null }),
    ).rejects.toThrow('invite/inviter-lost-right');
    expect(at.eventsOf('nora').at(-1)).toMatchObject({ kind: 'revoked', actorUid: null });
  });
});

describe('an address that cannot be invited', () => {
  it.each([
    ['the same one', 'nina@people.example', 'request/invalid'],
    ['one’s own', 'mona@people.example', 'invite/self'],
    ['a member’s', 'adam@people.example', 'invite/already-member'],
    ['somebody’s who has an invitation', 'otto@people.example', 'invite/already-invited'],
  ])(
    'is refused as inviting refuses it, and nothing changes: %s [LIFE-13]',
    async (_whose, email, refusal) => {
      const at = await invitedWorld();
      at.putAccount('otto');
      await at.invite('otto');
      const stored = at.memory.dump();
      await expect(at.correct({ email })).rejects.toThrow(refusal);
      expect(at.memory.dump()).toEqual(stored);
    },
  );

  it('counts as an invitation does: five in a minute [LIFE-13]', async () => {
    const at = await invitedWorld();
    for (const uid of ['a', 'b', 'c', 'd']) await at.invite(uid);
    await expect(at.correct({}, 'adam')).rejects.toThrow('limits/invites');
    await at.correct({}, 'mona');
  });
});
