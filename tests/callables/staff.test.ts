import { execFile } from 'node:child_process';
import path from 'node:path';
import { doc, getDoc } from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { emulatorVariables, planSuite, REPOSITORY } from '../../emulators/plan/suitePlan.ts';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { paths } from '../../functions/src/contract/paths.ts';
import { adminAuth, adminFirestore, find, get } from '../support/admin.ts';
import { expectRefusal } from '../support/expectRefusal.ts';
import { addMember, invitation, newTenant } from '../support/factories.ts';
import { firestoreAs } from '../support/firestoreAs.ts';
import { claimsOf, newAddress, newPerson, signInAs } from '../support/people.ts';
import { suite } from '../support/suite.ts';

/** Runs `npm run grant-hrx` or `revoke-hrx` as it runs for a project, which is the suite's here. */
async function run(name: 'grantHrx' | 'revokeHrx', ...args: string[]) {
  const script = path.join(REPOSITORY, 'tools/staff', `${name}.ts`);
  const env = { ...process.env, ...emulatorVariables(planSuite(true, process.env)) };
  const command = [script, ...args, '--project', suite.projectId];
  const { status, stdout, stderr } = await new Promise<{ status: number; stdout: string; stderr: string }>(
    (resolve) =>
      execFile(process.execPath, command, { env }, (error, stdout, stderr) =>
        resolve({ status: error ? Number(error.code) : 0, stdout, stderr }),
      ),
  );
  return { code: status, said: status === 0 ? stdout : stderr };
}

async function actionsAbout(uid: string): Promise<unknown[]> {
  const found = await adminFirestore.collection(paths.hrxAudit()).where('targetUid', '==', uid).get();
  return found.docs
    .sort((a, b) => a.createTime.toMillis() - b.createTime.toMillis())
    .map((document): unknown => document.data()['action']);
}

describe('HRX staff', { timeout: 60_000 }, () => {
  it('is made and ended by a command: document, claim and audit, beside what they are in tenants [AUTH-13]', async () => {
    const [acme, globex] = await Promise.all([newTenant(), newTenant()]);
    const hana = await newPerson({ name: 'hana' });
    await addMember(globex.id, hana);
    const before = await claimsOf(hana.uid);
    const invite = () => hana.call('inviteUser', invitation(acme.id));
    await expectRefusal(invite, 'tenant/not-found', { tenants: [acme.id] });

    const granted = await run('grantHrx', hana.email, 'Hana Hale');
    expect(granted).toEqual({
      code: 0,
      said: expect.stringContaining('Their invitations are from Hana Hale') as string,
    });
    expect(await find(documentKeys.staff(hana.uid))).toEqual({ active: true, name: 'Hana Hale' });
    expect(await claimsOf(hana.uid)).toEqual({ ...before, hrx: true });
    const { claimsVersion, membershipsVersion } = await get(documentKeys.user(hana.uid));
    expect(claimsVersion).toBe(membershipsVersion);
    const { uid } = await invite();
    expect(await get(documentKeys.pendingInvite(acme.id, uid))).toMatchObject({ inviterName: 'Hana Hale' });
    await hana.auth.currentUser!.getIdToken(true);
    const tenant = doc(firestoreAs(hana), paths.tenant(acme.id));
    expect((await getDoc(tenant)).exists()).toBe(true);

    expect((await run('revokeHrx', hana.email)).code).toBe(0);
    expect(await find(documentKeys.staff(hana.uid))).toEqual({ active: false, name: 'Hana Hale' });
    expect(await claimsOf(hana.uid)).toEqual(before);
    // The token still says hrx, and opens nothing any more: neither a callable nor a read.
    expect((await hana.auth.currentUser!.getIdTokenResult()).claims['hrx']).toBe(true);
    await expectRefusal(invite, 'tenant/not-found', { tenants: [acme.id] });
    await expect(getDoc(tenant)).rejects.toThrow('permission');
    expect(await actionsAbout(hana.uid)).toEqual(['staff.granted', 'staff.revoked']);

    // And again, with the name that was there.
    expect((await run('grantHrx', hana.email)).said).toContain('Hana Hale');
  });

  it.each([
    ['nobody', () => Promise.resolve(newAddress('nobody')), /There is no account for/],
    [
      'an address that nobody proved',
      async () => (await newPerson({ emailVerified: false })).email,
      /was never confirmed/,
    ],
    [
      'a disabled account',
      async () => {
        const { uid, email } = await newPerson();
        await adminAuth.updateUser(uid, { disabled: true });
        return email;
      },
      /disabled/,
    ],
    ['no address', () => Promise.resolve('hana'), /is not an email address/],
  ])('does not become %s, and the command says why [AUTH-13]', async (_name, prepare, words) => {
    const { code, said } = await run('grantHrx', await prepare(), 'Hana Hale');
    expect(said).toMatch(words);
    expect(said).not.toMatch(/ at .*\.ts/);
    expect(code).toBe(1);
  });

  it('is not ended for who never was', async () => {
    const otto = await newPerson({ name: 'otto' });
    expect(await run('revokeHrx', otto.email)).toEqual({
      code: 1,
      said: expect.stringContaining('was never HRX staff') as string,
    });
    expect(await find(documentKeys.staff(otto.uid))).toBeUndefined();
  });

  it('is nobody by the claim alone: no callable and no rule opens across tenants [AUTH-11]', async () => {
    const acme = await newTenant();
    const { email } = await newPerson({ claims: { hrx: true } });
    const pretender = await signInAs(email);
    expect((await pretender.auth.currentUser!.getIdTokenResult()).claims['hrx']).toBe(true);
    const invite = () => pretender.call('inviteUser', invitation(acme.id));
    await expectRefusal(invite, 'tenant/not-found', { tenants: [acme.id] });
    const db = firestoreAs(pretender);
    for (const place of [paths.tenant(acme.id), paths.member(acme.id, acme.admin.uid)]) {
      await expect(getDoc(doc(db, place))).rejects.toThrow('permission');
    }
  });
});
