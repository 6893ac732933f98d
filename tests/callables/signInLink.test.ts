import {
  getMultiFactorResolver,
  signInWithEmailAndPassword,
  signInWithEmailLink,
  type MultiFactorError,
  type UserCredential,
} from 'firebase/auth';
import { beforeEach, describe, expect, it } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { MAILS_A_DAY_ASKED_BY_ANYBODY } from '../../functions/src/contract/limits.ts';
import { hashSecret } from '../../functions/src/platform/linkKeys.ts';
import { mailsAskedByAnybodyKey } from '../../functions/src/outbox/caps.ts';
import { adminAuth, adminFirestore, get, patch, put } from '../support/admin.ts';
import { enrolSecondFactor } from '../support/enrolSecondFactor.ts';
import { accountRecord, accountsWith, expectRefusal, refusalOf } from '../support/expectRefusal.ts';
import { addMember, newTenant, secretOf } from '../support/factories.ts';
import { CHOSEN_PASSWORD, invited, newStarter, signInSecretOf } from '../support/invited.ts';
import { expectInvitationAgain } from '../support/expectInvitationAgain.ts';
import { forgetCooldown, forgetNetwork } from '../support/forgetLimits.ts';
import { actionLinkIn, mailsTo, newRecoveryMail } from '../support/mailbox.ts';
import {
  newAddress,
  newPerson,
  openBrowser,
  signInAs,
  unique,
  type Browser,
  type Person,
} from '../support/people.ts';
import { suite } from '../support/suite.ts';

const nobody = openBrowser();
const NEW = 'a brand new password';

/** Signs in as the page does: by the code that the link is worth, in the shape that Firebase takes. */
async function signInBy(
  secret: string,
  email: string,
  browser: Browser = openBrowser(),
): Promise<UserCredential> {
  const { code } = await browser.call('redeemSignInLink', { secret, email });
  return signInWithEmailLink(browser.auth, email, signInLinkWith(code));
}

function signInLinkWith(code: string): string {
  return `${suite.webUrl}/auth/action?mode=signIn&apiKey=test&oobCode=${encodeURIComponent(code)}`;
}

beforeEach(forgetNetwork);

/** A link that was mailed for this account, which is another one's by now, or nobody's. */
async function expectWorthless(secret: string, email: string, uid: string): Promise<void> {
  const attempt = () => nobody.call('redeemSignInLink', { secret, email });
  await expectRefusal(attempt, 'recovery/not-found', { tenants: [], uids: [uid], emails: [email] });
}

describe('a proven account', () => {
  it('is signed in to by the mailed link, once, and nothing else of it changes [SIGNIN-01]', async () => {
    const otto = await newPerson({ name: 'otto' });
    const before = (await accountRecord({ localId: [otto.uid] })) as object;
    expect(await nobody.call('requestSignInLink', { email: otto.email })).toEqual({});
    const mail = await newRecoveryMail(otto.email, 'sign-in');
    const link = actionLinkIn(mail);
    expect(link).toMatch(`${suite.webUrl}/auth/action?mode=signIn#`);
    expect(mail.html).toContain(link);

    const { user } = await signInBy(secretOf(link), otto.email);
    expect(user.uid).toBe(otto.uid);
    const { lastLoginAt, ...after } = (await accountRecord({ localId: [otto.uid] })) as Record<
      string,
      unknown
    >;
    expect(lastLoginAt).toEqual(expect.any(String));
    expect({ ...before, ...after }).toEqual({ ...before, emailLinkSignin: true });
    await otto.signIn(otto.email);

    await expectWorthless(secretOf(link), otto.email, otto.uid);
  });

  it('keeps its Google sign-in, and needs no password [SIGNIN-02]', async () => {
    const [uid, email] = [unique('greta'), newAddress('greta')];
    const google = { uid: `google-${uid}`, email, providerId: 'google.com' };
    await adminAuth.importUsers([{ uid, email, emailVerified: true, providerData: [google] }]);
    const { user } = await signInBy(await signInSecretOf(email), email);
    expect(user.uid).toBe(uid);
    const { providerData, passwordHash } = await adminAuth.getUser(uid);
    expect(providerData.map(({ providerId }) => providerId)).toContain('google.com');
    expect(passwordHash).toBeUndefined();
  });

  it('is asked for its second step first [SIGNIN-05]', async () => {
    const moira = await newPerson({ name: 'moira' });
    await enrolSecondFactor(moira.uid);
    const browser = openBrowser();
    const refused: unknown = await signInBy(await signInSecretOf(moira.email), moira.email, browser).catch(
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({ code: 'auth/multi-factor-auth-required' });
    expect(browser.auth.currentUser).toBeNull();

    const { hints } = getMultiFactorResolver(browser.auth, refused as MultiFactorError);
    expect(hints).toMatchObject([{ factorId: 'phone' }]);
    expect((await adminAuth.getUser(moira.uid)).multiFactor?.enrolledFactors).toHaveLength(1);
  });

  it('is opened by nobody who does not know where the link went [SIGNIN-06]', async () => {
    const otto = await newPerson({ name: 'otto' });
    const secret = await signInSecretOf(otto.email);
    const attempt = () => nobody.call('redeemSignInLink', { secret, email: newAddress('finder') });
    await expectRefusal(attempt, 'recovery/other-address', { tenants: [], uids: [otto.uid] });
    await signInBy(secret, otto.email.toUpperCase());
  });
});

describe('somebody who has no password', () => {
  it('comes back, after an invitation without one [SIGNIN-02]', async () => {
    const acme = await newTenant();
    const { uid, email, mailed } = await invited(acme, { sendPasswordReset: false });
    const { code } = await nobody.call('redeemInvite', { secret: mailed, email });
    const browser = openBrowser();
    await signInWithEmailLink(browser.auth, email, signInLinkWith(code!));
    await browser.call('acceptInvite', { tenantId: acme.id });

    const { user } = await signInBy(await signInSecretOf(email), email);
    expect(user.uid).toBe(uid);
    expect(await user.getIdTokenResult(true)).toMatchObject({
      claims: { roles: { [acme.id]: { role: 'Worker' } } },
    });
  });

  it('chooses one by our mail, where the way in was opened and lost before anything proved the address', async () => {
    const acme = await newTenant();
    const { uid, email, mailed } = await invited(acme, { sendPasswordReset: false });
    await nobody.call('redeemInvite', { secret: mailed, email });
    expect(await nobody.call('getInvite', { secret: mailed })).toMatchObject({ step: 'sign-in' });

    const secret = await signInSecretOf(email);
    await expectWorthless(secret, email, uid);
    await nobody.call('setNewPassword', { secret, password: NEW });
    const owner = await signInAs(email, NEW);
    await owner.call('acceptInvite', { tenantId: acme.id });
  });
});

describe('an account that nobody has proven', () => {
  const accounts: [string, () => Promise<Person>][] = [
    ['is from before', () => newPerson({ name: 'una', emailVerified: false })],
    ['began with a handed-over link', async () => newStarter(await newTenant())],
    [
      'began with a handed-over link, and was verified by a click',
      async () => {
        const starter = await newStarter(await newTenant());
        await adminAuth.updateUser(starter.uid, { emailVerified: true });
        return starter;
      },
    ],
  ];
  it.each(accounts)(
    'and %s gets a new password first, which proves it [SIGNIN-03]',
    async (_name, prepare) => {
      const person = await prepare();
      const before = await accountRecord({ localId: [person.uid] });
      await nobody.call('requestSignInLink', { email: person.email });
      const mail = await newRecoveryMail(person.email, 'sign-in');
      expect(mail.text).toContain("a link can't sign you in");
      expect(await accountRecord({ localId: [person.uid] })).toEqual(before);
      const link = new URL(actionLinkIn(mail));
      expect(link.search).toBe('');

      const secret = secretOf(link.href);
      await expectWorthless(secret, person.email, person.uid);
      await nobody.call('setNewPassword', { secret, password: NEW });
      for (const old of ['demo-pass-1', CHOSEN_PASSWORD]) {
        const attempt = signInWithEmailAndPassword(openBrowser().auth, person.email, old);
        await expect(attempt).rejects.toThrow('auth/');
      }
      await forgetCooldown(person.email, 'sign-in');
      const newer = await signInSecretOf(person.email, 2);
      const { user } = await signInBy(newer, person.email);
      expect(user.uid).toBe(person.uid);
    },
  );

  it('and was never used gets the invitation that waits', () =>
    expectInvitationAgain((email) => nobody.call('requestSignInLink', { email })));

  it('and has powers is told whom to ask', async () => {
    const acme = await newTenant();
    const member = await newPerson({ name: 'mia', emailVerified: false });
    await addMember(acme.id, member);
    await nobody.call('requestSignInLink', { email: member.email });
    const { text } = await newRecoveryMail(member.email, 'sign-in');
    expect(text).toContain('Ask your HRX contact');
    expect(text).not.toContain('/auth/action');
  });
});

describe('a link whose account has changed since it was mailed', () => {
  it('does not verify an account that is unproven by now [SIGNIN-04]', async () => {
    const otto = await newPerson({ name: 'otto' });
    const secret = await signInSecretOf(otto.email);
    await adminAuth.updateUser(otto.uid, { emailVerified: false });
    await expectWorthless(secret, otto.email, otto.uid);
    await adminAuth.updateUser(otto.uid, { emailVerified: true });
    await signInBy(secret, otto.email);
  });

  it('does not verify who took the address over meanwhile [SIGNIN-04]', async () => {
    const otto = await newPerson({ name: 'otto' });
    const secret = await signInSecretOf(otto.email);
    await adminAuth.updateUser(otto.uid, { email: newAddress('moved') });
    const squatter = await adminAuth.createUser({ email: otto.email, password: 'of a squatter' });
    await expectWorthless(secret, otto.email, squatter.uid);
    expect(await adminAuth.getUser(squatter.uid)).toMatchObject({ emailVerified: false });
  });

  it('makes no account where there is none any more [SIGNIN-04]', async () => {
    const otto = await newPerson({ name: 'otto' });
    const secret = await signInSecretOf(otto.email);
    await adminAuth.deleteUser(otto.uid);
    await expectWorthless(secret, otto.email, otto.uid);
    expect(await accountsWith(otto.email)).toBe(0);
  });

  it('opens no account that is blocked [SIGNIN-04]', async () => {
    const otto = await newPerson({ name: 'otto' });
    const secret = await signInSecretOf(otto.email);
    await adminAuth.updateUser(otto.uid, { disabled: true });
    const attempt = () => nobody.call('redeemSignInLink', { secret, email: otto.email });
    await expectRefusal(attempt, 'auth/account-disabled', { tenants: [], uids: [otto.uid] });
  });

  it('has ended after its hour [SIGNIN-01]', async () => {
    const otto = await newPerson({ name: 'otto' });
    const secret = await signInSecretOf(otto.email);
    await patch(documentKeys.recoveryMail(hashSecret(secret)), { expireAt: new Date() });
    await expectWorthless(secret, otto.email, otto.uid);
  });
});

describe('asking for a sign-in link', () => {
  it.each([
    ['has no account', () => Promise.resolve(newAddress('nobody'))],
    [
      'has a disabled account',
      async () => {
        const otto = await newPerson({ name: 'otto' });
        await adminAuth.updateUser(otto.uid, { disabled: true });
        return otto.email;
      },
    ],
  ])('tells the same to who %s, and mails nothing [SIGNIN-08]', async (_name, prepare) => {
    const email = await prepare();
    expect(await nobody.call('requestSignInLink', { email })).toEqual({});
    // A mail that is asked for later has come: this one would have, too.
    const otto = await newPerson({ name: 'otto' });
    await signInSecretOf(otto.email);
    expect(await mailsTo(email)).toEqual([]);
  });

  it('rests for a minute by itself, and ends with the share of the day [SIGNIN-08]', async () => {
    const otto = await newPerson({ name: 'otto' });
    const { email } = otto;
    const asked = [1, 2].map(() => nobody.call('requestSignInLink', { email }));
    expect(await Promise.all([...asked, nobody.call('requestPasswordReset', { email })])).toEqual([
      {},
      {},
      {},
    ]);
    await newRecoveryMail(email, 'password');
    await newRecoveryMail(email, 'sign-in');

    const takenAt = Array.from({ length: MAILS_A_DAY_ASKED_BY_ANYBODY }, () => Date.now());
    await put(mailsAskedByAnybodyKey(email), { takenAt, expireAt: new Date(Date.now() + 60_000) });
    await forgetCooldown(email, 'sign-in');
    expect(await nobody.call('requestSignInLink', { email })).toEqual({});
    const other = await newPerson({ name: 'other' });
    await signInSecretOf(other.email);
    expect(await mailsTo(email)).toHaveLength(2);
  });

  it('leaves nothing behind that opens anything', async () => {
    const otto = await newPerson({ name: 'otto' });
    const secret = await signInSecretOf(otto.email);
    const { code } = await nobody.call('redeemSignInLink', { secret, email: otto.email });
    const stored = await adminFirestore.collection('recovery_mails').get();
    const texts = stored.docs.map((document) => `${document.id} ${JSON.stringify(document.data())}`).join();
    for (const part of [secret, code]) expect(texts).not.toContain(part);
    expect(await get(documentKeys.recoveryMail(hashSecret(secret)))).toMatchObject({ uid: otto.uid });
  });

  it('needs an address, and no more', async () => {
    for (const input of [{ email: 'no address' }, { email: newAddress(), uid: 'x' }, {}]) {
      const { code } = await refusalOf(nobody.callWith('requestSignInLink', input));
      expect(code).toBe('request/invalid');
    }
  });
});
