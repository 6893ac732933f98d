import { collection, getDocs } from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import type { CallableInput } from '../../functions/src/contract/callables.ts';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { paths } from '../../functions/src/contract/paths.ts';
import { adminAuth, get, patch } from '../support/admin.ts';
import { expectRefusal, refusalOf } from '../support/expectRefusal.ts';
import { invitation, newMember, newStaff, newTenant, type TestTenant } from '../support/factories.ts';
import { firestoreAs } from '../support/firestoreAs.ts';
import { CHOSEN_PASSWORD, invited, newStarter, resetSecretOf } from '../support/invited.ts';
import { newAddress, openBrowser, signInAs, type Person } from '../support/people.ts';

const nobody = openBrowser();
const NEW_PASSWORD = 'proven by our mail';
const ADMIN = { role: 'Admin', securityLevel: '7' } as const;
const POWERS: [string, Partial<CallableInput<'inviteUser'>>][] = [
  ['Admin', { desiredRole: 'Admin', securityLevel: '7' }],
  ['a permission', { permissions: ['members:read'] }],
  ['a level above the role’s own', { securityLevel: '3' }],
];

/** Sets a new password by our own mail, which proves the address. @returns the same person, signed in anew. */
async function proveAddress({ email }: Person): Promise<Person> {
  const secret = await resetSecretOf(email);
  await nobody.call('setNewPassword', { secret, password: NEW_PASSWORD });
  return signInAs(email, NEW_PASSWORD);
}

/** @returns a member who began by hand-over, and is an Admin since, with an address that nobody proved. */
async function newUnprovenAdmin(acme: TestTenant): Promise<Person> {
  const starter = await newStarter(acme);
  await starter.call('acceptInvite', { tenantId: acme.id });
  await acme.admin.call('setTenantRole', { tenantId: acme.id, uid: starter.uid, ...ADMIN });
  await starter.auth.currentUser!.getIdToken(true);
  return starter;
}

describe('an offer that gives power', () => {
  it.each(POWERS)(
    '%s: the hand-over link starts no account, the mailed one does [ATTACK-31]',
    async (_name, offer) => {
      const acme = await newTenant();
      const { uid, handover, mailed } = await invited(acme, offer);
      expect(await nobody.call('getInvite', { secret: handover })).toMatchObject({ step: 'check-mail' });
      expect(
        await nobody.call('redeemInvite', { secret: handover, password: CHOSEN_PASSWORD }),
      ).toMatchObject({
        way: 'check-mail',
      });
      expect(await get(documentKeys.user(uid))).toMatchObject({ begun: null });
      expect(await nobody.call('redeemInvite', { secret: mailed })).toMatchObject({ way: 'password-reset' });
    },
  );

  it.each([
    ['Admin', ADMIN],
    ['a permission', { permissions: ['invites:create'] }],
    ['a level above the role’s own', { securityLevel: '3' }],
  ] as const)(
    '%s: who began before it was raised proves the address first [ATTACK-31]',
    async (_name, raised) => {
      const acme = await newTenant();
      const starter = await newStarter(acme);
      await patch(documentKeys.pendingInvite(acme.id, starter.uid), raised as object);
      const accept = (by: Person) => by.call('acceptInvite', { tenantId: acme.id });
      const watched = { tenants: [acme.id], uids: [starter.uid] };
      await expectRefusal(() => accept(starter), 'invite/address-not-proven', watched);
      await adminAuth.updateUser(starter.uid, { emailVerified: true });
      await expectRefusal(() => accept(starter), 'invite/address-not-proven', watched);
      const owner = await proveAddress(starter);
      expect(await accept(owner)).toMatchObject({ userId: starter.uid });
    },
  );

  it('may be declined by who began here', async () => {
    const acme = await newTenant();
    const starter = await newStarter(acme);
    await patch(documentKeys.pendingInvite(acme.id, starter.uid), ADMIN);
    await starter.call('declineInvite', { tenantId: acme.id });
  });
});

describe('an Admin whose address nobody proved', () => {
  it('calls nothing and reads nobody, until our mail has proven it [ATTACK-31]', async () => {
    const acme = await newTenant();
    const worker = await newMember(acme.id);
    const admin = await newUnprovenAdmin(acme);
    const calls = (by: Person) =>
      [
        () => by.call('inviteUser', invitation(acme.id)),
        () =>
          by.call('setTenantRole', {
            tenantId: acme.id,
            uid: worker.uid,
            role: 'Customer',
            securityLevel: '1',
          }),
        () => by.call('updateTenantSettings', { tenantId: acme.id, requireAcceptance: true }),
      ] as const;
    const watched = { tenants: [acme.id], uids: [admin.uid, worker.uid] };
    for (const call of calls(admin)) await expectRefusal(call, 'auth/address-not-proven', watched);
    const members = (by: Person) => getDocs(collection(firestoreAs(by), paths.members(acme.id)));
    await expect(members(admin)).rejects.toThrow('permission');

    const owner = await proveAddress(admin);
    for (const call of calls(owner)) await call();
    expect((await members(owner)).size).toBeGreaterThan(1);
  });

  it('is not the one who is left: the last Admin who can act stays [ATTACK-31, AUTH-17]', async () => {
    const acme = await newTenant();
    const hana = await newStaff();
    const admin = await newUnprovenAdmin(acme);
    await patch(documentKeys.tenantSettings(acme.id), { ownerUid: null });
    const demote = () =>
      hana.call('setTenantRole', {
        tenantId: acme.id,
        uid: acme.admin.uid,
        role: 'Worker',
        securityLevel: '2',
      });
    const watched = { tenants: [acme.id], uids: [acme.admin.uid] };
    await expectRefusal(demote, 'members/last-admin', watched);
    await proveAddress(admin);
    await demote();
  });
});

describe('a proven address that changes', () => {
  it('is unproven until the new one is proven too, in callables and rules [ATTACK-32]', async () => {
    const acme = await newTenant();
    const admin = await newUnprovenAdmin(acme);
    const proven = await proveAddress(admin);
    await proven.call('inviteUser', invitation(acme.id));

    const email = newAddress('moved');
    await adminAuth.updateUser(admin.uid, { email, emailVerified: true });
    const moved = { ...(await signInAs(email, NEW_PASSWORD)), email };
    const invite = (by: Person) => by.call('inviteUser', invitation(acme.id));
    const watched = { tenants: [acme.id], uids: [admin.uid] };
    await expectRefusal(() => invite(moved), 'auth/address-not-proven', watched);
    await expect(getDocs(collection(firestoreAs(moved), paths.members(acme.id)))).rejects.toThrow(
      'permission',
    );
    // The token of the old address is not enough either: the record is read anew.
    expect((await refusalOf(invite(proven))).code).toMatch(/^auth\//);

    const owner = await proveAddress(moved);
    await invite(owner);
    await getDocs(collection(firestoreAs(owner), paths.members(acme.id)));
  });
});
