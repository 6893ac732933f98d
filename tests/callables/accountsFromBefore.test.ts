import { GoogleAuthProvider, signInWithCredential, signInWithEmailAndPassword } from 'firebase/auth';
import { describe, expect, it } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { adminAuth, put } from '../support/admin.ts';
import { enrolSecondFactor } from '../support/enrolSecondFactor.ts';
import { accountRecord, expectRefusal, refusalOf } from '../support/expectRefusal.ts';
import { addMember, newTenant } from '../support/factories.ts';
import { CHOSEN_PASSWORD as CHOSEN, invited, mailedSecret } from '../support/invited.ts';
import { newAddress, newPerson, openBrowser, PASSWORD, signInAs, unique } from '../support/people.ts';

const nobody = openBrowser();

describe('an account that no mail gives to anybody', () => {
  it('is staff’s, a member’s, or one with a second factor and a place in a tenant [FIRST-07, FIRST-08]', async () => {
    const [acme, globex] = await Promise.all([newTenant(), newTenant()]);
    const [staff, member, guarded] = await Promise.all(
      [1, 2, 3].map(() => newPerson({ name: 'una', emailVerified: false })),
    );
    await put(documentKeys.staff(staff!.uid), { active: false, name: 'Stella Staff' });
    await addMember(globex.id, member!);
    await enrolSecondFactor(guarded!.uid);
    await addMember(globex.id, guarded!, { state: 'invited' });
    for (const person of [staff!, member!, guarded!]) {
      const { mailed, handover } = await invited(acme, { email: person.email });
      // At once, before anybody thinks up a password; and the holder of a handed-over link learns nothing of it.
      const [byMail, signedIn, byHandover] = await Promise.all([
        nobody.call('getInvite', { secret: mailed }),
        person.call('getInvite', { secret: mailed }),
        nobody.call('getInvite', { secret: handover }),
      ]);
      expect(byMail).toMatchObject({ status: 'pending', step: 'none', tenantName: acme.name });
      expect(signedIn).toEqual(byMail);
      expect(byHandover).toMatchObject({ step: 'check-mail' });
      const watched = { tenants: [acme.id, globex.id], uids: [person.uid] };
      for (const password of [null, CHOSEN]) {
        const attempt = () => nobody.call('redeemInvite', { secret: mailed, password });
        await expectRefusal(attempt, 'invite/admin-needed', watched);
      }
    }
    // A person looks at it, and decides.
    await adminAuth.updateUser(member!.uid, { emailVerified: true });
    const secret = await mailedSecret(acme.id, member!.uid);
    expect(await nobody.call('getInvite', { secret })).toMatchObject({ step: 'sign-in' });
    await member!.call('acceptInvite', { tenantId: acme.id });
  });

  it('has another address by now than the one that was invited [ATTACK-06]', async () => {
    const acme = await newTenant();
    const una = await newPerson({ name: 'una', emailVerified: false });
    const { mailed, handover } = await invited(acme, { email: una.email });
    const other = `other-${una.email}`;
    await adminAuth.updateUser(una.uid, { email: other, emailVerified: true });
    expect(await nobody.call('getInvite', { secret: mailed })).toMatchObject({ step: 'none' });
    const watched = { tenants: [acme.id], uids: [una.uid] };
    for (const secret of [mailed, handover]) {
      const attempt = () => nobody.call('redeemInvite', { secret, password: CHOSEN });
      await expectRefusal(attempt, 'invite/wrong-account', watched);
    }
    const moved = await signInAs(other);
    for (const name of ['acceptInvite', 'declineInvite'] as const) {
      await expectRefusal(() => moved.call(name, { tenantId: acme.id }), 'invite/wrong-account', watched);
    }
    await adminAuth.updateUser(una.uid, { email: una.email, emailVerified: false });
    expect(await nobody.call('getInvite', { secret: mailed })).toMatchObject({ step: 'set-password' });
    await nobody.call('redeemInvite', { secret: mailed, password: CHOSEN });
  });

  it('is disabled: nothing changes, and its owner is told so [ACC-06]', async () => {
    const acme = await newTenant();
    const una = await newPerson({ name: 'una', emailVerified: false });
    await adminAuth.updateUser(una.uid, { disabled: true });
    const { mailed, handover, claimsApplied } = await invited(acme, { email: una.email });
    expect(await nobody.call('getInvite', { secret: mailed })).toMatchObject({ step: 'none' });
    expect(await nobody.call('getInvite', { secret: handover })).toMatchObject({ step: 'check-mail' });
    expect(claimsApplied).toBe(false);
    expect((await adminAuth.getUser(una.uid)).customClaims).toBeUndefined();
    const attempt = () => nobody.call('redeemInvite', { secret: mailed, password: CHOSEN });
    await expectRefusal(attempt, 'auth/account-disabled', { tenants: [acme.id], uids: [una.uid] });
    await adminAuth.updateUser(una.uid, { disabled: false });
    await attempt();
  });
});

describe('an account from before that is proven', () => {
  /** Asks for everything that the links of an invitation give, with a password and without. */
  async function tryLinks(email: string): Promise<void> {
    const acme = await newTenant({ requireAcceptance: true });
    const { mailed, handover } = await invited(acme, { email });
    for (const [secret, password] of [mailed, handover].flatMap((each) => [
      [each, null] as const,
      [each, CHOSEN] as const,
    ])) {
      await nobody.call('getInvite', { secret });
      const attempt = nobody.call('redeemInvite', { secret, password });
      if (password) await refusalOf(attempt);
      else expect(await attempt).toMatchObject({ way: 'sign-in', code: null });
    }
  }

  it('is signed in to with Google, and stays what it was [ACC-01]', async () => {
    const uid = unique('greta');
    const email = newAddress('greta');
    const google = { uid: `google-${uid}`, email, providerId: 'google.com' };
    await adminAuth.importUsers([{ uid, email, emailVerified: true, providerData: [google] }]);
    const before = await accountRecord({ localId: [uid] });
    await tryLinks(email);
    expect(await accountRecord({ localId: [uid] })).toEqual(before);

    const { auth } = openBrowser();
    const token = JSON.stringify({ sub: google.uid, email, email_verified: true });
    const { user } = await signInWithCredential(auth, GoogleAuthProvider.credential(token));
    expect(user.uid).toBe(uid);
  });

  it('is signed in to with its second factor, and keeps that [ACC-01, ATTACK-07]', async () => {
    const otto = await newPerson({ name: 'otto' });
    await enrolSecondFactor(otto.uid);
    const before = await accountRecord({ localId: [otto.uid] });
    await tryLinks(otto.email);
    expect(await accountRecord({ localId: [otto.uid] })).toEqual(before);
    const signingIn = signInWithEmailAndPassword(openBrowser().auth, otto.email, PASSWORD);
    await expect(signingIn).rejects.toThrow('auth/multi-factor-auth-required');
  });

  it('stays blocked where it is disabled [ACC-01]', async () => {
    const acme = await newTenant({ requireAcceptance: true });
    const otto = await newPerson({ name: 'otto' });
    await adminAuth.updateUser(otto.uid, { disabled: true });
    const before = await accountRecord({ localId: [otto.uid] });
    const { mailed, handover } = await invited(acme, { email: otto.email });
    for (const password of [null, CHOSEN]) {
      const attempt = () => nobody.call('redeemInvite', { secret: mailed, password });
      await expectRefusal(attempt, 'auth/account-disabled', { tenants: [acme.id], uids: [otto.uid] });
    }
    expect(await nobody.call('getInvite', { secret: mailed })).toMatchObject({ step: 'none' });
    expect(await nobody.call('getInvite', { secret: handover })).toMatchObject({ step: 'sign-in' });
    expect(await nobody.call('redeemInvite', { secret: handover })).toMatchObject({ way: 'sign-in' });
    const accept = () => otto.call('acceptInvite', { tenantId: acme.id });
    await expectRefusal(accept, 'auth/account-disabled', { tenants: [acme.id], uids: [otto.uid] });
    expect(await accountRecord({ localId: [otto.uid] })).toEqual(before);
  });
});
