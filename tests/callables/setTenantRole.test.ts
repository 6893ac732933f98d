import { describe, expect, it } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { paths } from '../../functions/src/contract/paths.ts';
import { adminFirestore, get, patch } from '../support/admin.ts';
import { expectRefusal } from '../support/expectRefusal.ts';
import { addMember, newMember, newStaff, newTenant } from '../support/factories.ts';
import { newInvitee } from '../support/invited.ts';
import { claimsOf, newPerson, type Person } from '../support/people.ts';

const RECRUITER = { role: 'Recruiter', securityLevel: '3' } as const;

describe('changing a role', () => {
  it('changes the membership, its copy, the claims and the audit [CLAIM-01]', async () => {
    const acme = await newTenant();
    const walt = await newMember(acme.id);
    const request = { tenantId: acme.id, uid: walt.uid, ...RECRUITER };
    expect(await acme.admin.call('setTenantRole', request)).toEqual({
      uid: walt.uid,
      ...RECRUITER,
      claimsApplied: true,
    });
    expect(await get(documentKeys.member(acme.id, walt.uid))).toMatchObject(RECRUITER);
    const user = await get(documentKeys.user(walt.uid));
    expect(user.memberships[acme.id]).toMatchObject(RECRUITER);
    expect(user.claimsVersion).toBe(user.membershipsVersion);
    expect((await claimsOf(walt.uid)).roles).toEqual({ [acme.id]: RECRUITER });
    const entries = await adminFirestore.collection(paths.audit(acme.id)).get();
    expect(entries.docs.map((document) => document.data())).toMatchObject([
      {
        action: 'member.role_changed',
        actorUid: acme.admin.uid,
        targetUid: walt.uid,
        before: { role: 'Worker', securityLevel: '2' },
        after: RECRUITER,
      },
    ]);
  });

  it('is open to HRX [API-09]', async () => {
    const acme = await newTenant();
    const walt = await newMember(acme.id);
    const hana = await newStaff();
    await hana.call('setTenantRole', { tenantId: acme.id, uid: walt.uid, role: 'Admin', securityLevel: '7' });
    expect(await get(documentKeys.member(acme.id, walt.uid))).toMatchObject({ role: 'Admin' });
  });
});

describe('what is refused', () => {
  it.each(['Customer', 'Worker', 'Recruiter', 'Manager'] as const)(
    'a %s changes nobody [API-09]',
    async (role) => {
      const acme = await newTenant();
      const walt = await newMember(acme.id);
      const member = await newMember(acme.id, { role, permissions: ['members:manage', 'invites:create'] });
      const request = { tenantId: acme.id, uid: walt.uid, role: 'Customer', securityLevel: '1' } as const;
      const attempt = () => member.call('setTenantRole', request);
      await expectRefusal(attempt, 'members/not-allowed', { tenants: [acme.id], uids: [walt.uid] });
      await acme.admin.call('setTenantRole', request);
    },
  );

  it('strangers do not find the tenant', async () => {
    const acme = await newTenant();
    const walt = await newMember(acme.id);
    const otto = await newPerson();
    const request = { tenantId: acme.id, uid: walt.uid, ...RECRUITER };
    await expectRefusal(() => otto.call('setTenantRole', request), 'tenant/not-found', {
      tenants: [acme.id],
      uids: [walt.uid],
    });
    await acme.admin.call('setTenantRole', request);
  });

  it('oneself, the owner, and who is suspended, only invited, or no member [API-09, AUTH-14, AUTH-16]', async () => {
    const acme = await newTenant();
    const admin = await newMember(acme.id, { role: 'Admin' });
    const suspended = await newMember(acme.id, { state: 'suspended' });
    const invitee = await newInvitee(acme);
    const walt = await newMember(acme.id);
    const change = (person: Person) => () =>
      admin.call('setTenantRole', { tenantId: acme.id, uid: person.uid, ...RECRUITER });
    const watched = { tenants: [acme.id] };
    await expectRefusal(change(admin), 'members/self', watched);
    await expectRefusal(change(acme.admin), 'members/owner', watched);
    await expectRefusal(change(suspended), 'members/not-found', watched);
    await expectRefusal(change(invitee), 'members/not-found', watched);
    await expectRefusal(change(await newPerson()), 'members/not-found', watched);
    await change(walt)();
  });

  it('the owner and oneself also by HRX [AUTH-14, AUTH-16]', async () => {
    const acme = await newTenant();
    const hana = await newStaff();
    const walt = await newMember(acme.id);
    await addMember(acme.id, hana, { role: 'Admin' });
    const change = (person: Person) => () =>
      hana.call('setTenantRole', { tenantId: acme.id, uid: person.uid, ...RECRUITER });
    await expectRefusal(change(acme.admin), 'members/owner', { tenants: [acme.id] });
    await expectRefusal(change(hana), 'members/self', { tenants: [acme.id] });
    await change(walt)();
  });

  it('a level above the role, above one’s own, and people who have more than oneself [AUTH-03, AUTH-09]', async () => {
    const acme = await newTenant();
    const low = await newMember(acme.id, { role: 'Admin', securityLevel: '5' });
    const high = await newMember(acme.id, { role: 'Admin', securityLevel: '7' });
    const walt = await newMember(acme.id);
    const watched = { tenants: [acme.id] };
    const set = (uid: string, role: 'Worker' | 'Manager', securityLevel: '4' | '5' | '6') => () =>
      low.call('setTenantRole', { tenantId: acme.id, uid, role, securityLevel });
    await expectRefusal(set(walt.uid, 'Worker', '4'), 'invite/level-above-role', watched);
    await expectRefusal(set(walt.uid, 'Manager', '6'), 'invite/offer-too-high', watched);
    await expectRefusal(set(high.uid, 'Manager', '5'), 'members/not-allowed', watched);
    await set(walt.uid, 'Manager', '5')();
  });

  it('the last active Admin: who is only invited or suspended does not count [AUTH-17, CLAIM-14, CLAIM-16]', async () => {
    const acme = await newTenant();
    const hana = await newStaff();
    const admin = await newMember(acme.id, { role: 'Admin' });
    await newMember(acme.id, { role: 'Admin', state: 'suspended' });
    await newMember(acme.id, { role: 'Admin', state: 'invited' });
    await patch(documentKeys.member(acme.id, acme.admin.uid), { state: 'suspended' });
    const demote = () => hana.call('setTenantRole', { tenantId: acme.id, uid: admin.uid, ...RECRUITER });
    await expectRefusal(demote, 'members/last-admin', { tenants: [acme.id], uids: [admin.uid] });
    await patch(documentKeys.member(acme.id, acme.admin.uid), { state: 'active' });
    await demote();
  });
});

describe('at the same moment', () => {
  it('two Admins cannot demote each other [AUTH-17]', async () => {
    const acme = await newTenant();
    const [one, two] = [
      await newMember(acme.id, { role: 'Admin' }),
      await newMember(acme.id, { role: 'Admin' }),
    ];
    await patch(documentKeys.member(acme.id, acme.admin.uid), { state: 'suspended' });
    const demote = (by: Person, whom: Person) =>
      by.call('setTenantRole', { tenantId: acme.id, uid: whom.uid, ...RECRUITER });
    const outcomes = await Promise.allSettled([demote(one, two), demote(two, one)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const members = await Promise.all([one, two].map(({ uid }) => get(documentKeys.member(acme.id, uid))));
    expect(members.filter(({ role }) => role === 'Admin')).toHaveLength(1);
  });
});
