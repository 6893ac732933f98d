import { signInWithEmailAndPassword } from 'firebase/auth';
import { doc, getDoc } from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { paths } from '../../functions/src/contract/paths.ts';
import { newUserDocument } from '../../functions/src/domain/account.ts';
import { adminAuth, find, get, put } from '../support/admin.ts';
import { accountRecord, expectRefusal, refusalOf } from '../support/expectRefusal.ts';
import { invitation, newTenant } from '../support/factories.ts';
import { enrolSecondFactor } from '../support/enrolSecondFactor.ts';
import { firestoreAs } from '../support/firestoreAs.ts';
import { CHOSEN_PASSWORD as CHOSEN, invited } from '../support/invited.ts';
import { newPerson, openBrowser, PASSWORD, signInAs, type Person } from '../support/people.ts';

const nobody = openBrowser();

/** Somebody who registered another person's address, with every way in that one can leave oneself. */
async function newSquatter(): Promise<Person> {
  const squatter = await newPerson({ name: 'una', emailVerified: false });
  await adminAuth.updateUser(squatter.uid, {
    phoneNumber: `+1555${Math.floor(1e6 + Math.random() * 9e6)}`,
    providerToLink: { uid: `fb-${squatter.uid}`, providerId: 'facebook.com' },
  });
  return squatter;
}

const signedIn = (email: string, password: string) =>
  signInWithEmailAndPassword(openBrowser().auth, email, password);

describe('an account from before whose address nobody proved', () => {
  it('is its mailbox’s owner’s by a new password, with nothing left of who was in there [FIRST-03]', async () => {
    const acme = await newTenant();
    const squatter = await newSquatter();
    const { uid, email, mailed } = await invited(acme, { email: squatter.email });
    expect(await nobody.call('getInvite', { secret: mailed })).toMatchObject({ step: 'set-password' });

    const answer = await nobody.call('redeemInvite', { secret: mailed, password: CHOSEN });
    expect(answer).toEqual({ way: 'set-password', email, code: null });
    const owner = await signInAs(email, CHOSEN);
    expect((await owner.call('acceptInvite', { tenantId: acme.id })).userId).toBe(uid);

    await expect(signedIn(email, PASSWORD)).rejects.toThrow('auth/');
    const { emailVerified, phoneNumber, multiFactor, providerData } = await adminAuth.getUser(uid);
    expect({ emailVerified, phoneNumber, factors: multiFactor?.enrolledFactors ?? [] }).toEqual({
      emailVerified: true,
      phoneNumber: undefined,
      factors: [],
    });
    expect(providerData.map(({ providerId }) => providerId)).toEqual(['password']);
    expect(await get(documentKeys.user(uid))).toMatchObject({
      addressProven: { email },
      reclaim: null,
    });
  });

  it('loses its second factor too, while it is nobody’s in any tenant [FIRST-03]', async () => {
    const acme = await newTenant();
    const una = await newPerson({ name: 'una', emailVerified: false });
    await enrolSecondFactor(una.uid);
    const { mailed } = await invited(acme, { email: una.email });
    await nobody.call('redeemInvite', { secret: mailed, password: CHOSEN });
    await (await signInAs(una.email, CHOSEN)).call('acceptInvite', { tenantId: acme.id });
  });

  it('stays byte for byte what it was through an invitation and a redeeming without a password [FIRST-04, ACC-01]', async () => {
    const acme = await newTenant();
    const squatter = await newSquatter();
    const before = await accountRecord({ localId: [squatter.uid] });
    const { mailed, handover, email } = await invited(acme, { email: squatter.email });
    for (const secret of [mailed, handover]) {
      await nobody.call('getInvite', { secret });
      await nobody.call('sendInviteMail', { secret });
    }
    expect(await nobody.call('redeemInvite', { secret: mailed })).toEqual({
      way: 'set-password',
      email,
      code: null,
    });
    await refusalOf(nobody.call('redeemInvite', { secret: mailed, password: 'short' }));
    await nobody.call('redeemInvite', { secret: handover, password: CHOSEN });
    expect(await accountRecord({ localId: [squatter.uid] })).toEqual(before);
    expect(await find(documentKeys.user(squatter.uid))).toBeUndefined();
    expect(await find(documentKeys.member(acme.id, squatter.uid))).toBeUndefined();
  });

  it('is offered a new password when its squatter is signed in with the mailed link, and the mail otherwise [FIRST-12]', async () => {
    const acme = await newTenant();
    const una = await newPerson({ name: 'una', emailVerified: false });
    const { mailed, handover } = await invited(acme, { email: una.email });
    expect(await una.call('getInvite', { secret: mailed })).toMatchObject({ step: 'set-password' });
    expect(await una.call('getInvite', { secret: handover })).toMatchObject({ step: 'check-mail' });
  });

  it('is signed in to from then on: the password is not taken a second time', async () => {
    const acme = await newTenant();
    const una = await newPerson({ name: 'una', emailVerified: false });
    const { mailed, email } = await invited(acme, { email: una.email });
    await nobody.call('redeemInvite', { secret: mailed, password: CHOSEN });
    await expectRefusal(
      () => nobody.call('redeemInvite', { secret: mailed, password: 'another password' }),
      'invite/password-not-taken',
      { tenants: [acme.id], uids: [una.uid] },
    );
    expect(await nobody.call('redeemInvite', { secret: mailed })).toEqual({
      way: 'sign-in',
      email,
      code: null,
    });
    await signedIn(email, CHOSEN);
  });

  it('is reclaimed once by three at the same moment: one password counts, and it is the winner’s [FIRST-15]', async () => {
    const acme = await newTenant();
    const una = await newPerson({ name: 'una', emailVerified: false });
    const { mailed, email } = await invited(acme, { email: una.email });
    const passwords = ['password of one', 'password of two', 'password of three'];
    const outcomes = await Promise.allSettled(
      passwords.map((password) => nobody.call('redeemInvite', { secret: mailed, password })),
    );
    const winners = outcomes.flatMap((outcome, index) => (outcome.status === 'fulfilled' ? [index] : []));
    expect(winners).toHaveLength(1);
    for (const outcome of outcomes.filter((each) => each.status === 'rejected')) {
      const { code } = await refusalOf(Promise.reject(outcome.reason as Error));
      expect(['request/busy', 'invite/password-not-taken']).toContain(code);
    }
    await signedIn(email, passwords[winners[0]!]!);
    expect(await get(documentKeys.user(una.uid))).toMatchObject({
      reclaim: null,
      addressProven: { email },
    });
  });

  it('that a crash left half reclaimed proves nothing, and is reclaimed again [FIRST-05]', async () => {
    const acme = await newTenant();
    const una = await newPerson({ name: 'una', emailVerified: false });
    const { mailed, email } = await invited(acme, { email: una.email });
    await put(documentKeys.user(una.uid), {
      ...newUserDocument(una.uid, { tenantId: acme.id, inviteId: '' }),
      reclaim: { holder: 'gone', until: new Date(Date.now() - 1000) },
    });
    await adminAuth.updateUser(una.uid, { emailVerified: true });
    const squatter = await signInAs(una.email);
    const watched = { tenants: [acme.id], uids: [una.uid] };
    const attempt = () => squatter.call('acceptInvite', { tenantId: acme.id });
    await expectRefusal(attempt, 'invite/address-not-proven', watched);
    const invitationDocument = doc(firestoreAs(squatter), paths.pendingInvite(acme.id, una.uid));
    await expect(getDoc(invitationDocument)).rejects.toThrow('permission');

    await nobody.call('redeemInvite', { secret: mailed, password: CHOSEN });
    await expectRefusal(attempt, 'auth/session-ended', watched);
    await (await signInAs(email, CHOSEN)).call('acceptInvite', { tenantId: acme.id });
  });
});

describe('a token from two seconds before a reclaim', () => {
  it('is worth nothing in any callable, nor in the rules [SESS-03]', { timeout: 60_000 }, async () => {
    const acme = await newTenant();
    const una = await newPerson({ name: 'una', emailVerified: false });
    const { mailed } = await invited(acme, { email: una.email });
    const old = await una.auth.currentUser!.getIdTokenResult();
    const signedInAt = Date.parse(old.authTime);
    await expect.poll(() => Date.now(), { timeout: 5000, interval: 100 }).toBeGreaterThan(signedInAt + 2000);

    await nobody.call('redeemInvite', { secret: mailed, password: CHOSEN });
    const watched = { tenants: [acme.id], uids: [una.uid] };
    const ask = { tenantId: acme.id, uid: una.uid };
    const attempts = [
      () => una.call('acceptInvite', { tenantId: acme.id }),
      () => una.call('declineInvite', { tenantId: acme.id }),
      () => una.call('inviteUser', invitation(acme.id)),
      () => una.call('createInviteLink', ask),
      () => una.call('setTenantRole', { ...ask, role: 'Worker', securityLevel: '2' }),
    ];
    for (const attempt of attempts) await expectRefusal(attempt, 'auth/session-ended', watched);
    // The mailed link alone shows it; who is signed in with an old token is nobody.
    expect(await una.call('getInvite', { secret: mailed })).toMatchObject({ step: 'sign-in' });
    const db = firestoreAs(una);
    await expect(getDoc(doc(db, paths.user(una.uid)))).rejects.toThrow('permission');
    await expect(getDoc(doc(db, paths.pendingInvite(acme.id, una.uid)))).rejects.toThrow('permission');

    const owner = await signInAs(una.email, CHOSEN);
    expect(await owner.call('getInvite', { secret: mailed })).toMatchObject({ step: 'accept' });
    expect((await getDoc(doc(firestoreAs(owner), paths.pendingInvite(acme.id, una.uid)))).exists()).toBe(
      true,
    );
    await owner.call('acceptInvite', { tenantId: acme.id });
  });
});
