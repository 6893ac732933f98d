import { beforeAll, describe, expect, it } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { PENDING_INVITES_MAX } from '../../functions/src/contract/limits.ts';
import { paths } from '../../functions/src/contract/paths.ts';
import { adminAuth, adminFirestore, get, patch, put } from '../support/admin.ts';
import { accountsWith, expectRefusal, type Watched } from '../support/expectRefusal.ts';
import {
  addMember,
  invitation,
  newMember,
  newStaff,
  newTenant,
  type TestTenant,
} from '../support/factories.ts';
import { newAddress, newPerson, unique } from '../support/people.ts';

let acme: TestTenant;
beforeAll(async () => {
  acme = await newTenant();
});

const watch = (tenant: TestTenant, email?: string): Watched => ({
  tenants: [tenant.id],
  emails: email ? [email] : [],
});

async function deniedEntries(actorUid: string) {
  const found = await adminFirestore.collection(paths.hrxAudit()).where('actorUid', '==', actorUid).get();
  return found.docs.map((document) => document.data());
}

describe('who may not invite', () => {
  it('a stranger: the tenant is not there for them, and HRX sees that they knocked [AUTH-18, DATA-03]', async () => {
    const otto = await newPerson({ name: 'otto' });
    const request = invitation(acme.id);
    const stranger = await expectRefusal(
      () => otto.call('inviteUser', request),
      'tenant/not-found',
      watch(acme, request.email),
    );
    const nowhere = { ...request, tenantId: unique('nowhere') };
    const unknown = await expectRefusal(
      () => otto.call('inviteUser', nowhere),
      'tenant/not-found',
      watch(acme),
    );
    expect(stranger).toEqual(unknown);
    expect(await deniedEntries(otto.uid)).toMatchObject([
      { action: 'denied', actorKind: 'stranger' },
      { action: 'denied', actorKind: 'stranger' },
    ]);
    expect(JSON.stringify(await deniedEntries(otto.uid))).not.toContain('@');
    await acme.admin.call('inviteUser', request);
  });

  it('an Admin who is suspended, or only invited [READ-13, CLAIM-13, CLAIM-16]', async () => {
    const request = invitation(acme.id);
    for (const state of ['suspended', 'invited'] as const) {
      const admin = await newMember(acme.id, { role: 'Admin', state });
      await expectRefusal(
        () => admin.call('inviteUser', request),
        'tenant/not-found',
        watch(acme, request.email),
      );
    }
    const active = await newMember(acme.id, { role: 'Admin' });
    await active.call('inviteUser', request);
  });

  it('who has the claim of HRX and no active staff document [AUTH-11]', async () => {
    const claimer = await newPerson({ claims: { hrx: true } });
    const request = invitation(acme.id);
    const attempt = () => claimer.call('inviteUser', request);
    await expectRefusal(attempt, 'tenant/not-found', watch(acme, request.email));
    await put(documentKeys.staff(claimer.uid), { active: false, name: 'Former' });
    await expectRefusal(attempt, 'tenant/not-found', watch(acme, request.email));
    await put(documentKeys.staff(claimer.uid), { active: true, name: 'Now' });
    await attempt();
  });

  it.each(['Customer', 'Worker', 'Recruiter', 'Manager'] as const)(
    'a %s without the permission [API-08]',
    async (role) => {
      const member = await newMember(acme.id, { role });
      const request = invitation(acme.id, { desiredRole: 'Customer', securityLevel: '1' });
      const attempt = () => member.call('inviteUser', request);
      await expectRefusal(attempt, 'invite/not-allowed', watch(acme, request.email));
      expect(await deniedEntries(member.uid)).toMatchObject([{ actorKind: 'member' }]);
      await patch(documentKeys.member(acme.id, member.uid), { permissions: ['invites:create'] });
      await attempt();
    },
  );

  it('who holds a token from before all sessions were ended', async () => {
    const admin = await newMember(acme.id, { role: 'Admin' });
    const request = invitation(acme.id);
    const attempt = () => admin.call('inviteUser', request);
    await patch(documentKeys.user(admin.uid), { sessionsValidFrom: new Date(Date.now() + 5000) });
    await expectRefusal(attempt, 'auth/session-ended', watch(acme, request.email));
    await patch(documentKeys.user(admin.uid), { sessionsValidFrom: new Date(Date.now() - 60_000) });
    await attempt();
  });
});

describe('what may not be offered', () => {
  it.each([
    ['a higher role', { desiredRole: 'Manager', securityLevel: '3' }],
    ['the role Admin [AUTH-08]', { desiredRole: 'Admin', securityLevel: '3' }],
    ['a higher level', { desiredRole: 'Recruiter', securityLevel: '4' }],
    [
      'a permission that is not one’s own [AUTH-06]',
      { desiredRole: 'Worker', permissions: ['members:read'] },
    ],
  ] as const)('%s', async (_name, offer) => {
    const rita = await newMember(acme.id, { role: 'Recruiter', permissions: ['invites:create'] });
    const { permissions, ...rest } = { permissions: [], ...offer };
    const request = invitation(acme.id, { ...rest, permissions: [...permissions] });
    await expectRefusal(
      () => rita.call('inviteUser', request),
      'invite/offer-too-high',
      watch(acme, request.email),
    );
    const own = { desiredRole: 'Recruiter', securityLevel: '3', permissions: ['invites:create'] } as const;
    await rita.call('inviteUser', { ...request, ...own, permissions: [...own.permissions] });
  });

  it('a level above what the role may have, by anybody [AUTH-03]', async () => {
    const hana = await newStaff();
    const request = invitation(acme.id, { desiredRole: 'Worker', securityLevel: '4' });
    const attempt = () => hana.call('inviteUser', request);
    await expectRefusal(attempt, 'invite/level-above-role', watch(acme, request.email));
    await hana.call('inviteUser', { ...request, securityLevel: '3' });
  });
});

describe('who cannot be invited', () => {
  it('oneself, by one’s own address [AUTH-15, ACC-04]', async () => {
    const admin = await newMember(acme.id, { role: 'Admin' });
    const request = invitation(acme.id, { email: admin.email });
    await expectRefusal(() => admin.call('inviteUser', request), 'invite/self', watch(acme, admin.email));
    await admin.call('inviteUser', invitation(acme.id));
  });

  it('the owner, a member and a suspended member [AUTH-14, INV-03, ACC-04]', async () => {
    const tenant = await newTenant();
    const hana = await newStaff();
    const walt = await newMember(tenant.id);
    const suspended = await newMember(tenant.id, { state: 'suspended' });
    const invite = (email: string) => hana.call('inviteUser', invitation(tenant.id, { email }));
    const watched = { tenants: [tenant.id], uids: [walt.uid, suspended.uid, tenant.admin.uid] };
    await expectRefusal(() => invite(tenant.admin.email), 'invite/owner', watched);
    await expectRefusal(() => invite(walt.email), 'invite/already-member', watched);
    await expectRefusal(() => invite(suspended.email), 'invite/already-member', watched);
    await invite((await newPerson()).email);
  });

  it('who is invited already, until that has ended [ACC-04]', async () => {
    const tenant = await newTenant();
    const request = invitation(tenant.id);
    const { uid } = await tenant.admin.call('inviteUser', request);
    const attempt = () => tenant.admin.call('inviteUser', request);
    await expectRefusal(attempt, 'invite/already-invited', { tenants: [tenant.id], uids: [uid] });
    await patch(documentKeys.pendingInvite(tenant.id, uid), { status: 'declined' });
    await attempt();
  });

  it.each([
    ['a slash', () => `a/${unique('odd')}`],
    ['underscores around it', () => `__${unique('odd')}__`],
  ])('an account whose id is no Firestore id: %s [DATA-09]', async (_what, newUid) => {
    const tenant = await newTenant();
    const odd = { uid: newUid(), email: newAddress('odd') };
    await adminAuth.createUser(odd);
    const attempt = () => tenant.admin.call('inviteUser', invitation(tenant.id, { email: odd.email }));
    const { fields } = await expectRefusal(attempt, 'request/invalid', watch(tenant, odd.email));
    expect(fields).toHaveProperty('email');
    await tenant.admin.call('inviteUser', invitation(tenant.id, { email: (await newPerson()).email }));
  });
});

describe('when there is no room', () => {
  it('no seat, and then no account is made either', async () => {
    const tenant = await newTenant({ seatLimit: 1 });
    const request = invitation(tenant.id);
    const attempt = () => tenant.admin.call('inviteUser', request);
    await expectRefusal(attempt, 'limits/seats', watch(tenant, request.email));
    expect(await accountsWith(request.email)).toBe(0);
    await patch(documentKeys.tenantSettings(tenant.id), { seatLimit: 2 });
    await attempt();
    expect(await get(documentKeys.tenantSettings(tenant.id))).toMatchObject({ seatsUsed: 2 });
  });

  it('too many open invitations [NUM-07]', async () => {
    const tenant = await newTenant({ pendingInvites: PENDING_INVITES_MAX });
    const request = invitation(tenant.id);
    const attempt = () => tenant.admin.call('inviteUser', request);
    await expectRefusal(attempt, 'invite/too-many-pending', watch(tenant, request.email));
    expect(await accountsWith(request.email)).toBe(0);
    await patch(documentKeys.tenantSettings(tenant.id), { pendingInvites: PENDING_INVITES_MAX - 1 });
    await attempt();
  });
});

describe('a member of two tenants', () => {
  it('invites only where they may', async () => {
    const globex = await newTenant();
    const walt = await newMember(acme.id, { role: 'Admin' });
    await addMember(globex.id, walt, { role: 'Worker' });
    const request = invitation(globex.id);
    await expectRefusal(
      () => walt.call('inviteUser', request),
      'invite/not-allowed',
      watch(globex, request.email),
    );
    await walt.call('inviteUser', { ...request, tenantId: acme.id });
  });
});
