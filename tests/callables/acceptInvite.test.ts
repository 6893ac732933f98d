import { describe, expect, it } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { paths } from '../../functions/src/contract/paths.ts';
import { adminAuth, adminFirestore, find, get, patch } from '../support/admin.ts';
import { expectRefusal, refusalOf } from '../support/expectRefusal.ts';
import { addMember, invitation, newMember, newStaff, newTenant } from '../support/factories.ts';
import { newInvitee, newStarter } from '../support/invited.ts';
import { claimsOf, newPerson } from '../support/people.ts';
import { suite } from '../support/suite.ts';

describe('accepting', () => {
  it('takes no name of an office or of the company, and takes the person’s own [ATTACK-24]', async () => {
    const acme = await newTenant();
    await patch(documentKeys.tenant(acme.id), { name: 'Umbra Staffing' });
    const otto = await newInvitee(acme);
    const accept = (firstName: string, lastName: string) =>
      otto.call('acceptInvite', { tenantId: acme.id, firstName, lastName });
    const refused = (first: string, last: string) =>
      expectRefusal(() => accept(first, last), 'request/invalid', { tenants: [acme.id] });
    await refused('HRX', 'Security');
    await refused('Umbra', 'Staffing');
    await accept('Otto', 'Öhr');
  });

  it('makes an active member with the role in the claims, under the names that they prefer [API-13]', async () => {
    const acme = await newTenant();
    const otto = await newInvitee(acme, {
      desiredRole: 'Recruiter',
      securityLevel: '3',
      designation: 'Scout',
    });
    const answer = await otto.call('acceptInvite', { tenantId: acme.id, firstName: 'Otto', lastName: 'Öhr' });
    expect(answer).toEqual({
      tenantId: acme.id,
      slug: acme.id,
      role: 'Recruiter',
      userId: otto.uid,
      userCreated: false,
    });
    expect(await get(documentKeys.member(acme.id, otto.uid))).toMatchObject({
      state: 'active',
      role: 'Recruiter',
      firstName: 'Otto',
      lastName: 'Öhr',
      designation: 'Scout',
      invitedByUid: acme.admin.uid,
      invitedUntil: null,
    });
    const invite = await get(documentKeys.pendingInvite(acme.id, otto.uid));
    expect(invite.status).toBe('accepted');
    expect(invite.acceptedAt).not.toBeNull();
    const { memberships, membershipsVersion, claimsVersion } = await get(documentKeys.user(otto.uid));
    expect(memberships[acme.id]).toMatchObject({ role: 'Recruiter', state: 'active', inClaims: true });
    expect(claimsVersion).toBe(membershipsVersion);
    const { claims } = await otto.auth.currentUser!.getIdTokenResult(true);
    expect(claims['roles']).toEqual({ [acme.id]: { role: 'Recruiter', securityLevel: '3' } });
  });

  it('gives the permissions of the offer, and what they are good for [AUTH-05]', async () => {
    const acme = await newTenant();
    const permissions = ['invites:create', 'members:read'] as const;
    const otto = await newInvitee(acme, { permissions: [...permissions] });
    const request = invitation(acme.id, { desiredRole: 'Customer', securityLevel: '1' });
    const invite = () => otto.call('inviteUser', request);
    await expectRefusal(invite, 'tenant/not-found', { tenants: [acme.id] });
    await otto.call('acceptInvite', { tenantId: acme.id });
    expect(await get(documentKeys.member(acme.id, otto.uid))).toMatchObject({ permissions });
    await invite();
  });

  it('turns the reserved seat into a used one, and stands in the audit [CLAIM-14]', async () => {
    const acme = await newTenant({ seatLimit: 2 });
    const otto = await newInvitee(acme);
    await otto.call('acceptInvite', { tenantId: acme.id });
    expect(await get(documentKeys.tenantSettings(acme.id))).toMatchObject({
      seatsUsed: 2,
      pendingInvites: 0,
    });
    const entries = await adminFirestore
      .collection(paths.audit(acme.id))
      .where('actorUid', '==', otto.uid)
      .get();
    expect(entries.docs.map((document) => document.data())).toMatchObject([
      { action: 'invite.accepted', actorKind: 'invitee', targetUid: otto.uid },
    ]);
  });

  it('brings a role into the claims that had to wait [CLAIM-12]', async () => {
    const acme = await newTenant({ requireAcceptance: true });
    const otto = await newInvitee(acme);
    expect((await claimsOf(otto.uid)).roles).toBeUndefined();
    await otto.call('acceptInvite', { tenantId: acme.id });
    expect((await claimsOf(otto.uid)).roles).toEqual({ [acme.id]: { role: 'Worker', securityLevel: '2' } });
  });

  it('is open to who began with the hand-over link of this very tenant [ANSWER-02]', async () => {
    const acme = await newTenant();
    const nina = await newStarter(acme);
    expect(await nina.call('acceptInvite', { tenantId: acme.id })).toMatchObject({ userCreated: true });
    expect(await get(documentKeys.member(acme.id, nina.uid))).toMatchObject({ state: 'active' });
  });

  it('answers the same when it is done again [ANSWER-05]', async () => {
    const acme = await newTenant();
    const otto = await newInvitee(acme);
    const first = await otto.call('acceptInvite', { tenantId: acme.id });
    const before = await get(documentKeys.member(acme.id, otto.uid));
    expect(await otto.call('acceptInvite', { tenantId: acme.id })).toEqual(first);
    expect(await get(documentKeys.member(acme.id, otto.uid))).toEqual(before);
  });
});

describe('who may not accept', () => {
  it('somebody who is not invited: as if there were no such tenant [API-13, ANSWER-01]', async () => {
    const acme = await newTenant();
    const otto = await newInvitee(acme);
    const other = await newPerson();
    const attempt = (tenantId: string) => () => other.call('acceptInvite', { tenantId });
    const watched = { tenants: [acme.id], uids: [other.uid, otto.uid] };
    const refused = await expectRefusal(attempt(acme.id), 'invite/not-found', watched);
    expect(await expectRefusal(attempt('no-such-tenant'), 'invite/not-found', watched)).toEqual(refused);
    await otto.call('acceptInvite', { tenantId: acme.id });
  });

  it('an account whose address is another one by now [ANSWER-01]', async () => {
    const acme = await newTenant();
    const otto = await newInvitee(acme);
    const attempt = () => otto.call('acceptInvite', { tenantId: acme.id });
    await adminAuth.updateUser(otto.uid, { email: `moved-${otto.email}`, emailVerified: true });
    await otto.signIn(`moved-${otto.email}`);
    await expectRefusal(attempt, 'invite/wrong-account', { tenants: [acme.id], uids: [otto.uid] });
    await adminAuth.updateUser(otto.uid, { email: otto.email, emailVerified: true });
    await otto.signIn(otto.email);
    await attempt();
  });

  it('who began with a hand-over link of another tenant, and then merely clicked to verify [CLAIM-17, PROOF-05, ANSWER-02]', async () => {
    const [acme, globex] = await Promise.all([newTenant(), newTenant()]);
    const nina = await newStarter(acme);
    await globex.admin.call('inviteUser', invitation(globex.id, { email: nina.email }));
    const attempt = () => nina.call('acceptInvite', { tenantId: globex.id });
    const watched = { tenants: [globex.id], uids: [nina.uid] };
    await expectRefusal(attempt, 'invite/address-not-proven', watched);
    await adminAuth.updateUser(nina.uid, { emailVerified: true });
    await expectRefusal(attempt, 'invite/address-not-proven', watched);
    await patch(documentKeys.user(nina.uid), {
      addressProven: { email: nina.email, at: new Date() },
    });
    await attempt();
  });

  it('a disabled account [ANSWER-03]', async () => {
    const acme = await newTenant();
    const otto = await newInvitee(acme);
    const attempt = () => otto.call('acceptInvite', { tenantId: acme.id });
    await adminAuth.updateUser(otto.uid, { disabled: true });
    await expectRefusal(attempt, 'auth/account-disabled', { tenants: [acme.id] });
    await adminAuth.updateUser(otto.uid, { disabled: false });
    await attempt();
  });

  it('a session from before all others were ended, by Firebase or by us [ANSWER-03]', async () => {
    const acme = await newTenant();
    const otto = await newInvitee(acme);
    const attempt = () => otto.call('acceptInvite', { tenantId: acme.id });
    const watched = { tenants: [acme.id] };
    await patch(documentKeys.user(otto.uid), { sessionsValidFrom: new Date(Date.now() + 60_000) });
    await expectRefusal(attempt, 'auth/session-ended', watched);
    await patch(documentKeys.user(otto.uid), { sessionsValidFrom: null });
    await endSessionsLater(otto.uid);
    await expectRefusal(attempt, 'auth/session-ended', watched);
    await endSessionsLater(otto.uid, -60);
    await attempt();
  });

  it.each([
    ['declined', 'invite/declined'],
    ['revoked', 'invite/revoked'],
    ['expired', 'invite/expired'],
    ['accepted', 'invite/used'],
  ] as const)(
    'the invitee of an invitation that was %s [CLAIM-18, INV-02, ANSWER-04, ATTACK-02]',
    async (status, code) => {
      const acme = await newTenant();
      const otto = await newInvitee(acme);
      const key = documentKeys.pendingInvite(acme.id, otto.uid);
      const attempt = () => otto.call('acceptInvite', { tenantId: acme.id });
      await patch(key, { status });
      await expectRefusal(attempt, code, { tenants: [acme.id], uids: [otto.uid] });
      await patch(key, { status: 'pending', expiresAt: new Date(Date.now() - 1) });
      await expectRefusal(attempt, 'invite/expired', { tenants: [acme.id], uids: [otto.uid] });
      await patch(key, { expiresAt: new Date(Date.now() + 60_000) });
      await attempt();
    },
  );

  it('more people than the tenant has seats for, after the limit was lowered [ANSWER-04]', async () => {
    const acme = await newTenant({ seatLimit: 2 });
    const otto = await newInvitee(acme);
    const attempt = () => otto.call('acceptInvite', { tenantId: acme.id });
    await patch(documentKeys.tenantSettings(acme.id), { seatLimit: 1 });
    await expectRefusal(attempt, 'limits/seats', { tenants: [acme.id], uids: [otto.uid] });
    await patch(documentKeys.tenantSettings(acme.id), { seatLimit: 2 });
    await attempt();
  });
});

describe('an inviter who may not offer it any more', () => {
  it.each([
    ['was demoted', { role: 'Worker', securityLevel: '2' }],
    ['was suspended', { state: 'suspended' }],
    ['has a lower level now', { securityLevel: '1' }],
    ['is no Admin now, and may not invite', { role: 'Manager', securityLevel: '6' }],
  ] as const)(
    'ends the invitation for good, where the inviter %s [AUTH-10, ANSWER-04]',
    async (_name, change) => {
      const acme = await newTenant();
      const inviter = await newMember(acme.id, { role: 'Admin' });
      const otto = await newInvitee(acme, {}, inviter);
      await patch(documentKeys.member(acme.id, inviter.uid), change);
      const attempt = () => otto.call('acceptInvite', { tenantId: acme.id });
      expect(await refusalOf(attempt())).toMatchObject({ code: 'invite/inviter-lost-right' });
      expect(await get(documentKeys.pendingInvite(acme.id, otto.uid))).toMatchObject({
        status: 'revoked',
        revokedReason: 'inviter_lost_right',
      });
      expect(await find(documentKeys.member(acme.id, otto.uid))).toBeUndefined();
      expect((await claimsOf(otto.uid)).roles).toEqual({});
      expect(await get(documentKeys.tenantSettings(acme.id))).toMatchObject({
        seatsUsed: 2,
        pendingInvites: 0,
      });
      await expectRefusal(attempt, 'invite/revoked', { tenants: [acme.id], uids: [otto.uid] });
    },
  );

  it('does not matter where they have as much as they offered, or are HRX [AUTH-10]', async () => {
    const acme = await newTenant();
    const inviter = await newMember(acme.id, { role: 'Manager', permissions: ['invites:create'] });
    const otto = await newInvitee(acme, {}, inviter);
    await patch(documentKeys.member(acme.id, inviter.uid), { role: 'Recruiter', securityLevel: '3' });
    await otto.call('acceptInvite', { tenantId: acme.id });
    const hana = await newStaff();
    const olga = await newInvitee(acme, { desiredRole: 'Admin', securityLevel: '7' }, hana);
    await olga.call('acceptInvite', { tenantId: acme.id });
  });

  it('ends what HRX staff offered who are none any more [AUTH-10, ANSWER-04]', async () => {
    const acme = await newTenant();
    const hana = await newStaff();
    const otto = await newInvitee(acme, {}, hana);
    await patch(documentKeys.staff(hana.uid), { active: false });
    expect(await refusalOf(otto.call('acceptInvite', { tenantId: acme.id }))).toMatchObject({
      code: 'invite/inviter-lost-right',
    });
  });
});

describe('people in many tenants', () => {
  it('keep every other role and claim [CLAIM-06]', async () => {
    const [acme, globex] = await Promise.all([newTenant(), newTenant()]);
    const walt = await newPerson({ claims: { region: 'eu' } });
    await addMember(globex.id, walt, { role: 'Manager' });
    await acme.admin.call('inviteUser', invitation(acme.id, { email: walt.email }));
    await walt.call('acceptInvite', { tenantId: acme.id });
    expect(await claimsOf(walt.uid)).toEqual({
      region: 'eu',
      roles: {
        [globex.id]: { role: 'Manager', securityLevel: '5' },
        [acme.id]: { role: 'Worker', securityLevel: '2' },
      },
    });
  });
});

/** Moves `tokensValidAfterTime`, as a password reset does, without waiting for the next second. */
async function endSessionsLater(uid: string, seconds = 60): Promise<void> {
  const url = `${suite.authUrl}/identitytoolkit.googleapis.com/v1/projects/${suite.projectId}/accounts:update`;
  const validSince = String(Math.floor(Date.now() / 1000) + seconds);
  await fetch(url, {
    method: 'POST',
    headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
    body: JSON.stringify({ localId: uid, validSince }),
  });
}
