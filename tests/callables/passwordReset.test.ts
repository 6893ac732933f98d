import { confirmPasswordReset, signInWithEmailAndPassword } from 'firebase/auth';
import { beforeEach, describe, expect, it } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import type { ErrorDetails } from '../../functions/src/contract/errors.ts';
import { MAILS_A_DAY_ASKED_BY_ANYBODY, RECOVERIES_A_MINUTE } from '../../functions/src/contract/limits.ts';
import { bucketKey } from '../../functions/src/limits/rateLimits.ts';
import { hashSecret } from '../../functions/src/platform/linkKeys.ts';
import { mailsAskedByAnybodyKey } from '../../functions/src/outbox/caps.ts';
import { adminAuth, adminFirestore, find, get, patch, put } from '../support/admin.ts';
import { expectRefusal, refusalOf } from '../support/expectRefusal.ts';
import { addMember, invitation, newTenant } from '../support/factories.ts';
import { CHOSEN_PASSWORD as CHOSEN, invited, newStarter, resetSecretOf } from '../support/invited.ts';
import { expectInvitationAgain } from '../support/expectInvitationAgain.ts';
import { forgetCooldown, forgetNetwork } from '../support/forgetLimits.ts';
import { mailsTo, newRecoveryMail, actionLinkIn, waitForMails } from '../support/mailbox.ts';
import { newAddress, newPerson, openBrowser, PASSWORD, signInAs, unique } from '../support/people.ts';
import { suite } from '../support/suite.ts';

const nobody = openBrowser();
const NEW = 'a brand new password';

const signedIn = (email: string, password: string) =>
  signInWithEmailAndPassword(openBrowser().auth, email, password);

beforeEach(forgetNetwork);

describe('who forgot their password', () => {
  it('gets Firebase’s code by our mail, and sets a new one', async () => {
    const otto = await newPerson({ name: 'otto' });
    expect(await nobody.call('requestPasswordReset', { email: otto.email })).toEqual({});
    const mail = await newRecoveryMail(otto.email, 'password');
    const link = new URL(actionLinkIn(mail));
    expect(link.origin + link.pathname).toBe(`${suite.webUrl}/auth/action`);
    expect(link.searchParams.get('mode')).toBe('resetPassword');
    await confirmPasswordReset(nobody.auth, link.searchParams.get('oobCode')!, NEW);
    await signedIn(otto.email, NEW);
    await expect(signedIn(otto.email, PASSWORD)).rejects.toThrow('auth/');
  });

  it('reads the same in both parts of the mail, whose headers hold nothing typed', async () => {
    const otto = await newPerson({ name: 'otto' });
    await nobody.call('requestPasswordReset', { email: otto.email });
    const mail = await newRecoveryMail(otto.email, 'password');
    expect(mail.subject).toBe('Your HRX Invites password');
    const link = actionLinkIn(mail);
    expect(mail.html).toContain(link.replaceAll('&', '&amp;'));
    expect(mail.text).toContain('request for a new password');
  });

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
    [
      'has an account that nobody used, and no invitation',
      async () => {
        const acme = await newTenant();
        const { uid, email } = await invited(acme);
        await waitForMails(email);
        await patch(documentKeys.pendingInvite(acme.id, uid), { status: 'revoked' });
        return email;
      },
    ],
  ])('hears the same and gets no mail, who %s', async (_name, prepare) => {
    const email = await prepare();
    const before = await mailsTo(email);
    expect(await nobody.call('requestPasswordReset', { email })).toEqual({});
    // A mail that is asked for later has come: this one would have, too.
    const otto = await newPerson({ name: 'otto' });
    await nobody.call('requestPasswordReset', { email: otto.email });
    await newRecoveryMail(otto.email, 'password');
    expect(await mailsTo(email)).toEqual(before);
  });

  it('gets the invitation that waits, where the account was never used', () =>
    expectInvitationAgain((email) => nobody.call('requestPasswordReset', { email })));

  it('is told where there is no password, and whom to ask where no mail may set one', async () => {
    const acme = await newTenant();
    const [uid, email] = [unique('greta'), newAddress('greta')];
    const google = { uid: `google-${uid}`, email, providerId: 'google.com' };
    await adminAuth.importUsers([{ uid, email, emailVerified: true, providerData: [google] }]);
    const member = await newPerson({ name: 'mia', emailVerified: false });
    await addMember(acme.id, member);
    for (const [address, words] of [
      [email, 'You sign in with Google'],
      [member.email, 'Ask your HRX contact'],
    ] as const) {
      await nobody.call('requestPasswordReset', { email: address });
      const mail = await newRecoveryMail(address, 'password');
      expect(mail.text).toContain(words);
      expect(mail.text).not.toContain('/auth/action');
    }
  });
});

describe('an account that a hand-over link began', () => {
  it('is proven by the new password that our mail sets, and everybody else is out [PROOF-04]', async () => {
    const [acme, globex] = await Promise.all([newTenant(), newTenant()]);
    const holder = await newStarter(acme);
    await holder.call('acceptInvite', { tenantId: acme.id });
    await globex.admin.call('inviteUser', invitation(globex.id, { email: holder.email }));
    const join = { tenantId: globex.id };
    const watched = { tenants: [globex.id], uids: [holder.uid] };
    await expectRefusal(() => holder.call('acceptInvite', join), 'invite/address-not-proven', watched);

    const secret = await resetSecretOf(holder.email);
    expect(await nobody.call('setNewPassword', { secret, password: NEW })).toEqual({ email: holder.email });
    await expect(signedIn(holder.email, CHOSEN)).rejects.toThrow('auth/');
    await expectRefusal(() => holder.call('acceptInvite', join), 'auth/session-ended', watched);
    expect(await get(documentKeys.user(holder.uid))).toMatchObject({
      begun: { by: 'handover' },
      addressProven: { email: holder.email },
      reclaim: null,
    });
    const owner = await signInAs(holder.email, NEW);
    await owner.call('acceptInvite', join);

    // From now on it is an ordinary account, and its mail carries Firebase's code.
    await forgetCooldown(holder.email, 'password');
    await nobody.call('requestPasswordReset', { email: holder.email });
    expect(actionLinkIn(await newRecoveryMail(holder.email, 'password', 2))).toContain('oobCode=');
  });

  it('takes no password that many people use, and the secret is not spent by it [NUM-10]', async () => {
    const acme = await newTenant();
    const holder = await newStarter(acme);
    const secret = await resetSecretOf(holder.email);
    const attempt = () => nobody.call('setNewPassword', { secret, password: 'Qwerty@123' });
    const watched = { tenants: [acme.id], uids: [holder.uid] };
    const { fields } = await expectRefusal(attempt, 'request/invalid', watched);
    expect(fields?.['password']).toMatch(/^Many people use this password/);
    expect(await nobody.call('setNewPassword', { secret, password: NEW })).toEqual({ email: holder.email });
  });

  it('takes a secret once, within its hour, and only while its address is unproven', async () => {
    const acme = await newTenant();
    const holder = await newStarter(acme);
    const secret = await resetSecretOf(holder.email);
    const watched = { tenants: [acme.id], uids: [holder.uid] };
    const attempt = (password: string) => () => nobody.call('setNewPassword', { secret, password });
    await expectRefusal(attempt('short'), 'request/invalid', watched);
    const key = documentKeys.recoveryMail(hashSecret(secret));
    await patch(key, { expireAt: new Date(Date.now() - 1) });
    await expectRefusal(attempt(NEW), 'recovery/not-found', watched);
    await patch(key, { expireAt: new Date(Date.now() + 60_000) });
    await attempt(NEW)();
    await expectRefusal(attempt('yet another one'), 'recovery/not-found', watched);
    await signedIn(holder.email, NEW);
  });

  it('gets one of two passwords that come at the same moment', async () => {
    const acme = await newTenant();
    const holder = await newStarter(acme);
    const secret = await resetSecretOf(holder.email);
    const passwords = ['password of one', 'password of two'];
    const outcomes = await Promise.allSettled(
      passwords.map((password) => nobody.call('setNewPassword', { secret, password })),
    );
    const winners = outcomes.flatMap((outcome, index) => (outcome.status === 'fulfilled' ? [index] : []));
    expect(winners).toHaveLength(1);
    await signedIn(holder.email, passwords[winners[0]!]!);
  });

  it('that moved to another address is not opened by the old one’s mail [ATTACK-04]', async () => {
    const acme = await newTenant();
    const holder = await newStarter(acme);
    const secret = await resetSecretOf(holder.email);
    await adminAuth.updateUser(holder.uid, { email: newAddress('moved') });
    const watched = { tenants: [acme.id], uids: [holder.uid] };
    const attempt = () => nobody.call('setNewPassword', { secret, password: NEW });
    await expectRefusal(attempt, 'recovery/not-found', watched);
    await adminAuth.updateUser(holder.uid, { email: holder.email });
    await attempt();
  });
});

describe('mails about a new password', () => {
  it('come once for two clicks, and end with the share of the day', async () => {
    const otto = await newPerson({ name: 'otto' });
    const twice = [1, 2].map(() => nobody.call('requestPasswordReset', { email: otto.email }));
    expect(await Promise.all(twice)).toEqual([{}, {}]);
    await newRecoveryMail(otto.email, 'password');

    const takenAt = Array.from({ length: MAILS_A_DAY_ASKED_BY_ANYBODY }, () => Date.now());
    await put(mailsAskedByAnybodyKey(otto.email), { takenAt, expireAt: new Date(Date.now() + 60_000) });
    await forgetCooldown(otto.email, 'password');
    expect(await nobody.call('requestPasswordReset', { email: otto.email })).toEqual({});
    const other = await newPerson({ name: 'other' });
    await nobody.call('requestPasswordReset', { email: other.email });
    await newRecoveryMail(other.email, 'password');
    expect(await mailsTo(otto.email)).toHaveLength(1);
  });

  it('leave nothing behind that opens anything: no code, no secret', async () => {
    const acme = await newTenant();
    const otto = await newPerson({ name: 'otto' });
    const holder = await newStarter(acme);
    const secret = await resetSecretOf(holder.email);
    await nobody.call('requestPasswordReset', { email: otto.email });
    const code = new URL(actionLinkIn(await newRecoveryMail(otto.email, 'password'))).searchParams.get(
      'oobCode',
    )!;
    const stored = await adminFirestore.collection('recovery_mails').get();
    const texts = stored.docs.map((document) => `${document.id} ${JSON.stringify(document.data())}`).join();
    expect(texts).not.toContain(secret);
    expect(texts).not.toContain(code);
    expect(await find(documentKeys.recoveryMail(hashSecret(secret)))).toMatchObject({ uid: holder.uid });
  });

  it('are asked for by one network so many times a minute, whatever address it says it has', async () => {
    const network = `203.0.113.${Math.floor(Math.random() * 250)}`;
    const ask = async (forged: string) => {
      const response = await fetch(`${suite.functionsUrl}/requestPasswordReset`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `${forged}, ${network}` },
        body: JSON.stringify({ data: { email: newAddress('nobody') } }),
      });
      return (await response.json()) as { error?: { details: ErrorDetails } };
    };
    const takenAt = Array.from({ length: RECOVERIES_A_MINUTE - 1 }, () => Date.now());
    await put(bucketKey('recoveries', network), { takenAt, expireAt: new Date(Date.now() + 60_000) });
    expect((await ask('1.1.1.1')).error).toBeUndefined();
    const { error } = await ask('2.2.2.2');
    expect(error?.details.code).toBe('limits/recoveries');
    expect(error?.details.retryAfterSeconds).toBeGreaterThan(0);
    await nobody.call('requestPasswordReset', { email: newAddress('nobody') });
  });

  it('need an address, and no more', async () => {
    for (const input of [{ email: 'no address' }, { email: newAddress(), uid: 'x' }, {}]) {
      const { code } = await refusalOf(nobody.callWith('requestPasswordReset', input));
      expect(code).toBe('request/invalid');
    }
  });
});
