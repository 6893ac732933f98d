import { describe, expect, it } from 'vitest';
import type { CallableRequest } from '../../contract/callables.ts';
import { documentKeys } from '../../contract/documentKeys.ts';
import { inviteWorld, TENANT_ID, type InviteWorldOptions } from '../../testing/inviteWorld.ts';
import { getInvite } from '../answer/getInvite.ts';
import { linkKeyOf } from '../links/linkDocuments.ts';
import { updateInvite } from './updateInvite.ts';

type Change = Partial<CallableRequest<'updateInvite'>>;

/** Adam, mona who is a Manager and manages invitations, and nina whom adam has invited as a Worker. */
async function invitedWorld(options: InviteWorldOptions = {}, offer: object = {}) {
  const world = inviteWorld({ runsTwice: true, ...options });
  world.putMember('mona', { role: 'Manager', securityLevel: '5', permissions: ['invites:manage'] });
  world.putAccount('nina');
  const { inviteLink } = await world.invite('nina', offer);
  const secret = new URL(inviteLink).hash.slice(1);
  const update = (given: Change, by = 'adam') =>
    updateInvite(world.deps, world.callerOf(by), { tenantId: TENANT_ID, uid: 'nina', ...given });
  return { ...world, secret, update };
}

describe('changing an open invitation', () => {
  it('changes what the request says, and its links go on working [LIFE-11]', async () => {
    const at = await invitedWorld();
    const { expiresAt } = at.inviteOf('nina')!;
    const answer = await at.update({
      firstName: 'Nora',
      customMessage: ' Hello ',
      designation: 'Lead',
      department: 'Docks',
    });
    expect(answer).toEqual({ expiresAt: new Date(expiresAt.toMillis()).toISOString(), claimsApplied: false });
    expect(at.inviteOf('nina')).toMatchObject({
      firstName: 'Nora',
      lastName: 'New',
      message: 'Hello',
      designation: 'Lead',
      department: 'Docks',
      generation: 1,
      offeredByUid: 'adam',
    });
    expect(at.inviteOf('nina')?.searchTokens).toContain('nora');
    expect(await getInvite(at.deps, null, { secret: at.secret })).toMatchObject({
      status: 'pending',
      firstName: 'Nora',
    });
    expect(at.memberOf('nina')).toMatchObject({ firstName: 'Nora', designation: 'Lead', state: 'invited' });
  });

  it('is not for the invited person, also where they are HRX staff [LIFE-15]', async () => {
    const at = await invitedWorld();
    at.memory.put(documentKeys.staff('nina'), { active: true, name: 'Nina' });
    at.memory.put(documentKeys.staff('hana'), { active: true, name: 'Hana' });
    at.putAccount('hana');
    const raised = { desiredRole: 'Manager', securityLevel: '5' } as const;
    await expect(at.update(raised, 'nina')).rejects.toThrow('invite/own');
    expect(at.inviteOf('nina')).toMatchObject({ role: 'Worker' });
    await at.update(raised, 'hana');
    expect(at.inviteOf('nina')).toMatchObject({ role: 'Manager' });
  });

  it('takes an optional text away by an empty one', async () => {
    const at = await invitedWorld({}, { designation: 'Lead', customMessage: 'Hello' });
    await at.update({ designation: '', customMessage: '' });
    expect(at.inviteOf('nina')).toMatchObject({ designation: null, message: null });
  });

  it('moves its end from now on, with its links and the invited membership [LIFE-11]', async () => {
    const at = await invitedWorld();
    at.passHours(20);
    const { expiresAt } = await at.update({ expiresInHours: 100 });
    const end = at.clock.now().getTime() + 100 * 3600_000;
    expect(Date.parse(expiresAt)).toBe(end);
    expect(at.memberOf('nina')?.invitedUntil?.toMillis()).toBe(end);
    expect(at.memory.peek(linkKeyOf(at.secret))?.expireAt.toMillis()).toBe(end + 30 * 24 * 3600_000);
    at.passHours(99);
    expect(await getInvite(at.deps, null, { secret: at.secret })).toMatchObject({ status: 'pending' });
    expect(at.inviteOf('nina')).toMatchObject({ lifetimeHours: 100 });
  });

  it('stands on the timeline from what to what, and in the audit without a word [LIFE-09]', async () => {
    const at = await invitedWorld();
    await at.update({ desiredRole: 'Recruiter', securityLevel: '3', customMessage: 'Hello' });
    expect(at.eventsOf('nina').find(({ kind }) => kind === 'updated')).toMatchObject({
      actorUid: 'adam',
      details: {
        changed: ['role', 'securityLevel', 'message'],
        roleFrom: 'Worker',
        roleTo: 'Recruiter',
        securityLevelFrom: '2',
        securityLevelTo: '3',
        messageFrom: null,
        messageTo: 'Hello',
      },
    });
    expect(at.audited().at(-1)).toMatchObject({
      action: 'invite.updated',
      before: { role: 'Worker', securityLevel: '2' },
      after: { role: 'Recruiter', securityLevel: '3', changed: ['role', 'securityLevel', 'message'] },
    });
    expect(JSON.stringify(at.audited())).not.toContain('Hello');
  });

  it('writes nothing where nothing is another', async () => {
    const at = await invitedWorld();
    const stored = at.memory.dump();
    await at.update({ firstName: 'Nina', permissions: [] });
    expect(at.memory.dump()).toEqual(stored);
  });

  it('is not done to one that has ended', async () => {
    const at = await invitedWorld();
    at.passHours(24);
    await expect(at.update({ firstName: 'Nora' })).rejects.toThrow('invite/not-pending');
  });
});

describe('the role of somebody who is invited', () => {
  it('is followed by the membership and the claims [LIFE-11]', async () => {
    const at = await invitedWorld();
    const before = at.done.projected.length;
    expect(await at.update({ desiredRole: 'Recruiter', securityLevel: '3' })).toMatchObject({
      claimsApplied: true,
    });
    expect(at.memberOf('nina')).toMatchObject({ role: 'Recruiter', securityLevel: '3', state: 'invited' });
    expect(at.userOf('nina')?.memberships[TENANT_ID]).toMatchObject({ role: 'Recruiter', inClaims: true });
    expect(at.done.projected.slice(before)).toEqual(['nina']);
  });

  it('leaves the claims with a permission, and comes back without it', async () => {
    const at = await invitedWorld();
    expect(await at.update({ permissions: ['audit:read'] })).toMatchObject({ claimsApplied: false });
    expect(at.userOf('nina')?.memberships[TENANT_ID]).toMatchObject({ inClaims: false });
    expect(at.memberOf('nina')).toMatchObject({ permissions: ['audit:read'] });
    expect(await at.update({ permissions: [] })).toMatchObject({ claimsApplied: true });
    expect(at.userOf('nina')?.memberships[TENANT_ID]).toMatchObject({ inClaims: true });
  });

  it('stays out of the claims of an account that may be somebody else’s', async () => {
    const at = inviteWorld({ runsTwice: true });
    at.putAccount('una', { emailVerified: false });
    await at.invite('una');
    await updateInvite(at.deps, at.callerOf('adam'), {
      tenantId: TENANT_ID,
      uid: 'una',
      desiredRole: 'Recruiter',
    });
    expect(at.inviteOf('una')).toMatchObject({ role: 'Recruiter' });
    expect(at.memberOf('una')).toBeUndefined();
  });
});

describe('what may be given', () => {
  it.each<[string, Change, string]>([
    ['a role above one’s own', { desiredRole: 'Admin', securityLevel: '7' }, 'invite/offer-too-high'],
    ['a permission that one has not', { permissions: ['audit:read'] }, 'invite/offer-too-high'],
    ['a level above the role', { securityLevel: '4' }, 'invite/level-above-role'],
    ['the name of the company', { firstName: 'Acme', lastName: 'Staffing' }, 'request/invalid'],
  ])('is asked of the new offer: %s [LIFE-01]', async (_what, change, refusal) => {
    const at = await invitedWorld();
    const stored = at.inviteOf('nina');
    await expect(at.update(change, 'mona')).rejects.toThrow(refusal);
    expect(at.inviteOf('nina')).toEqual(stored);
    await at.update({ desiredRole: 'Recruiter', securityLevel: '3' }, 'mona');
  });

  it('is asked of the old offer too [LIFE-01]', async () => {
    const at = await invitedWorld({}, { desiredRole: 'Admin', securityLevel: '7' });
    await expect(at.update({ desiredRole: 'Worker', securityLevel: '2' }, 'mona')).rejects.toThrow(
      'invite/offer-above-yours',
    );
  });

  it('makes who raises the offer answer for it, and nobody else [LIFE-12]', async () => {
    const at = await invitedWorld();
    const guarantor = () => at.inviteOf('nina')?.offeredByUid;
    await at.update({ lastName: 'Novak' }, 'mona');
    expect(guarantor()).toBe('adam');
    await at.update({ desiredRole: 'Recruiter' }, 'mona');
    expect(guarantor()).toBe('mona');
    await at.update({ securityLevel: '1' });
    expect(guarantor()).toBe('mona');
    await at.update({ securityLevel: '3' });
    expect(guarantor()).toBe('adam');
  });
});
