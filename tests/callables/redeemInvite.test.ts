import { confirmPasswordReset, signInWithEmailAndPassword } from 'firebase/auth';
import { describe, expect, it } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { adminAuth, get, patch, put } from '../support/admin.ts';
import { accountRecord, expectRefusal, refusalOf } from '../support/expectRefusal.ts';
import { invitation, newTenant } from '../support/factories.ts';
import { CHOSEN_PASSWORD as CHOSEN, invited } from '../support/invited.ts';
import { newPerson, openBrowser, PASSWORD } from '../support/people.ts';

const nobody = openBrowser();

async function expectPassword(email: string, password: string): Promise<void> {
  const { auth } = openBrowser();
  expect((await signInWithEmailAndPassword(auth, email, password)).user.email).toBe(email);
}

describe('a mailed link', () => {
  it('starts an account that nobody used, and proves its address [LINK-10, FIRST-09]', async () => {
    const acme = await newTenant();
    const { uid, email, mailed } = await invited(acme);
    const { way, code, ...rest } = await nobody.call('redeemInvite', { secret: mailed });
    expect({ way, ...rest }).toEqual({ way: 'password-reset', email });
    expect(await get(documentKeys.user(uid))).toMatchObject({ begun: { by: 'mail', tenantId: acme.id } });

    await confirmPasswordReset(nobody.auth, code!, CHOSEN);
    await expectPassword(email, CHOSEN);
    expect((await adminAuth.getUser(uid)).emailVerified).toBe(true);
    expect(await nobody.call('getInvite', { secret: mailed })).toMatchObject({ step: 'sign-in' });
    expect(await nobody.call('redeemInvite', { secret: mailed })).toEqual({
      way: 'sign-in',
      email,
      code: null,
    });
  });

  it('sends whoever has an account to sign in, and refuses a password for it [FIRST-02, FIRST-11, ATTACK-05]', async () => {
    const acme = await newTenant();
    const otto = await newPerson({ name: 'otto' });
    const { mailed, handover } = await invited(acme, { email: otto.email });
    const before = await accountRecord({ localId: [otto.uid] });
    expect(await nobody.call('redeemInvite', { secret: mailed })).toEqual({
      way: 'sign-in',
      email: otto.email,
      code: null,
    });
    expect(await nobody.call('redeemInvite', { secret: handover })).toEqual({
      way: 'sign-in',
      email: null,
      code: null,
    });
    for (const secret of [mailed, handover]) {
      const attempt = () => nobody.call('redeemInvite', { secret, password: CHOSEN });
      await expectRefusal(attempt, 'invite/password-not-taken', { tenants: [acme.id], uids: [otto.uid] });
    }
    expect(await accountRecord({ localId: [otto.uid] })).toEqual(before);
  });

  it('gives the squatter of an address nothing, nor the inviter their account [ATTACK-04, ATTACK-05]', async () => {
    const acme = await newTenant();
    const squatter = await newPerson({ name: 'una', emailVerified: false });
    const { handover: secret } = await invited(acme, { email: squatter.email });
    const before = await accountRecord({ localId: [squatter.uid] });
    expect(await nobody.call('getInvite', { secret })).toMatchObject({ step: 'check-mail' });
    expect(await nobody.call('redeemInvite', { secret, password: CHOSEN })).toEqual({
      way: 'check-mail',
      email: null,
      code: null,
    });
    expect(await accountRecord({ localId: [squatter.uid] })).toEqual(before);
    const attempt = () => squatter.call('acceptInvite', { tenantId: acme.id });
    await expectRefusal(attempt, 'invite/address-not-proven', { tenants: [acme.id], uids: [squatter.uid] });
    expect(squatter.auth.currentUser).not.toBeNull();
    expect((await squatter.auth.currentUser!.getIdTokenResult(true)).claims['roles']).toBeUndefined();
    await adminAuth.updateUser(squatter.uid, { emailVerified: true });
    await attempt();
  });

  it('tells the owner of a disabled account that it is blocked, and the inviter nothing [ACC-06]', async () => {
    const acme = await newTenant();
    const { uid, mailed, handover } = await invited(acme);
    await adminAuth.updateUser(uid, { disabled: true });
    const watched = { tenants: [acme.id], uids: [uid] };
    await expectRefusal(
      () => nobody.call('redeemInvite', { secret: mailed }),
      'auth/account-disabled',
      watched,
    );
    expect(await nobody.call('getInvite', { secret: mailed })).toMatchObject({ step: 'none' });
    // What every link says that may not start the account: nobody thinks up a password in vain.
    expect(await nobody.call('getInvite', { secret: handover })).toMatchObject({ step: 'check-mail' });
    for (const password of [null, CHOSEN]) {
      expect(await nobody.call('redeemInvite', { secret: handover, password })).toMatchObject({
        way: 'check-mail',
      });
    }
    await adminAuth.updateUser(uid, { disabled: false });
    expect(await nobody.call('getInvite', { secret: handover })).toMatchObject({ step: 'set-password' });
    expect(await nobody.call('redeemInvite', { secret: mailed })).toMatchObject({ way: 'password-reset' });
  });
});

describe('a hand-over link', () => {
  it('starts an account that nobody used, with the password that its holder chose, and proves no address [LINK-11, FIRST-11, FIRST-12]', async () => {
    const acme = await newTenant();
    const { uid, email, handover } = await invited(acme);
    const watched = { tenants: [acme.id], uids: [uid] };
    await expectRefusal(
      () => nobody.call('redeemInvite', { secret: handover }),
      'invite/password-needed',
      watched,
    );
    expect(await nobody.call('redeemInvite', { secret: handover, password: CHOSEN })).toEqual({
      way: 'set-password',
      email: null,
      code: null,
    });
    await expectPassword(email, CHOSEN);
    expect((await adminAuth.getUser(uid)).emailVerified).toBe(false);
    expect(await get(documentKeys.user(uid))).toMatchObject({ begun: { by: 'handover', tenantId: acme.id } });

    const again = () => nobody.call('redeemInvite', { secret: handover, password: 'another password' });
    await expectRefusal(again, 'invite/password-not-taken', watched);
    await expectPassword(email, CHOSEN);
  });

  it.each(['short', 'x'.repeat(129), 'Password@123'])(
    'takes no password like %s [NUM-03, NUM-10]',
    async (password) => {
      const acme = await newTenant();
      const { uid, handover } = await invited(acme);
      const attempt = () => nobody.call('redeemInvite', { secret: handover, password });
      const { fields } = await expectRefusal(attempt, 'request/invalid', { tenants: [acme.id], uids: [uid] });
      expect(fields).toHaveProperty('password');
    },
  );

  it('only locates the invitation where the tenant wants no more [LINK-15]', async () => {
    const acme = await newTenant({ handoverLinks: false });
    const { uid, handover, mailed } = await invited(acme);
    const before = await accountRecord({ localId: [uid] });
    expect(await nobody.call('getInvite', { secret: handover })).toMatchObject({ step: 'check-mail' });
    expect(await nobody.call('redeemInvite', { secret: handover, password: CHOSEN })).toMatchObject({
      way: 'check-mail',
    });
    expect(await accountRecord({ localId: [uid] })).toEqual(before);
    expect(await nobody.call('redeemInvite', { secret: mailed })).toMatchObject({ way: 'password-reset' });
  });

  it('only locates the invitation where another tenant has invited the same person [LINK-12]', async () => {
    const [acme, globex] = await Promise.all([newTenant(), newTenant()]);
    const first = await invited(acme);
    const { uid } = await globex.admin.call('inviteUser', invitation(globex.id, { email: first.email }));
    expect(uid).toBe(first.uid);
    expect(await nobody.call('redeemInvite', { secret: first.handover, password: CHOSEN })).toMatchObject({
      way: 'check-mail',
    });
    expect(await get(documentKeys.user(uid))).toMatchObject({ begun: null });
    expect(await nobody.call('redeemInvite', { secret: first.mailed })).toMatchObject({
      way: 'password-reset',
    });
  });

  it('only locates the invitation where its account has a place in another tenant [LINK-12]', async () => {
    const [acme, globex] = await Promise.all([newTenant(), newTenant()]);
    const { uid, handover } = await invited(acme);
    const { memberships, ...user } = await get(documentKeys.user(uid));
    for (const state of ['active', 'suspended'] as const) {
      const elsewhere = { ...memberships[acme.id]!, state };
      await put(documentKeys.user(uid), { ...user, memberships: { ...memberships, [globex.id]: elsewhere } });
      expect(await nobody.call('redeemInvite', { secret: handover, password: CHOSEN })).toMatchObject({
        way: 'check-mail',
      });
    }
    await put(documentKeys.user(uid), { ...user, memberships });
    expect(await nobody.call('redeemInvite', { secret: handover, password: CHOSEN })).toMatchObject({
      way: 'set-password',
    });
  });

  it('shows its holder the same whether or not another tenant has a part in the person [ATTACK-33]', async () => {
    const [acme, globex] = await Promise.all([newTenant(), newTenant()]);
    const { uid, email, handover: secret } = await invited(acme);
    const watched = { tenants: [acme.id, globex.id], uids: [uid] };
    // All that the inviter can ask for without beginning the account: what the page shows, and an empty form.
    const seen = async () => {
      const empty = () => nobody.call('redeemInvite', { secret });
      await expectRefusal(empty, 'invite/password-needed', watched);
      return nobody.call('getInvite', { secret });
    };
    const alone = await seen();
    expect(alone).toMatchObject({ step: 'set-password' });
    await globex.admin.call('inviteUser', invitation(globex.id, { email }));
    expect(await seen()).toEqual(alone);
    const { memberships, ...user } = await get(documentKeys.user(uid));
    const elsewhere = { ...memberships[acme.id]!, state: 'active' as const };
    await put(documentKeys.user(uid), { ...user, memberships: { ...memberships, [globex.id]: elsewhere } });
    expect(await seen()).toEqual(alone);
  });

  it('starts an account whose invitation by another tenant has ended [LINK-12]', async () => {
    const [acme, globex] = await Promise.all([newTenant(), newTenant()]);
    const { uid, email, handover } = await invited(acme);
    await globex.admin.call('inviteUser', invitation(globex.id, { email }));
    const key = documentKeys.pendingInvite(globex.id, uid);
    await patch(key, { expiresAt: new Date(Date.now() - 1) });
    expect(await nobody.call('redeemInvite', { secret: handover, password: CHOSEN })).toMatchObject({
      way: 'set-password',
    });
  });

  it('is worth nothing any more once somebody signed in with a password of their own [PROOF-03]', async () => {
    const acme = await newTenant();
    const { uid, email, handover } = await invited(acme);
    await adminAuth.updateUser(uid, { password: PASSWORD });
    const before = await accountRecord({ localId: [uid] });
    expect(await nobody.call('redeemInvite', { secret: handover, password: CHOSEN })).toMatchObject({
      way: 'check-mail',
    });
    expect(await accountRecord({ localId: [uid] })).toEqual(before);
    await expectPassword(email, PASSWORD);
  });
});

describe('two at the same moment', () => {
  it('begin an account by hand-over once: the other password is refused [FIRST-15]', async () => {
    const acme = await newTenant();
    const { email, handover } = await invited(acme);
    const passwords = ['password of one', 'password of two', 'password of three'];
    const outcomes = await Promise.allSettled(
      passwords.map((password) => nobody.call('redeemInvite', { secret: handover, password })),
    );
    const winners = outcomes.flatMap((outcome, index) => (outcome.status === 'fulfilled' ? [index] : []));
    expect(winners).toHaveLength(1);
    for (const outcome of outcomes.filter((each) => each.status === 'rejected')) {
      expect(await refusalOf(Promise.reject(outcome.reason as Error))).toMatchObject({
        code: 'invite/password-not-taken',
      });
    }
    await expectPassword(email, passwords[winners[0]!]!);
  });

  it('begin an account by mail once [FIRST-09]', async () => {
    const acme = await newTenant();
    const { mailed } = await invited(acme);
    const answers = await Promise.all([1, 2, 3].map(() => nobody.call('redeemInvite', { secret: mailed })));
    expect(answers.map(({ way }) => way).sort()).toEqual(['password-reset', 'sign-in', 'sign-in']);
    expect(answers.filter(({ code }) => code !== null)).toHaveLength(1);
  });

  it('by hand-over and by another tenant: never both [LINK-13]', async () => {
    const [acme, globex] = await Promise.all([newTenant(), newTenant()]);
    const { uid, email, handover } = await invited(acme);
    const [redeemed] = await Promise.all([
      nobody.call('redeemInvite', { secret: handover, password: CHOSEN }),
      globex.admin.call('inviteUser', invitation(globex.id, { email })),
    ]);
    const { begun, memberships } = await get(documentKeys.user(uid));
    // Begun first: then the other tenant found an unproven account, and gave it no entry.
    if (redeemed.way === 'set-password') expect(memberships).not.toHaveProperty(globex.id);
    else expect({ way: redeemed.way, begun }).toEqual({ way: 'check-mail', begun: null });
  });
});
