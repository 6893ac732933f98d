import { signInWithEmailLink, signOut } from 'firebase/auth';
import { describe, expect, it } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { adminAuth, get } from '../support/admin.ts';
import { expectRefusal } from '../support/expectRefusal.ts';
import { newTenant } from '../support/factories.ts';
import { CHOSEN_PASSWORD, invited } from '../support/invited.ts';
import { openBrowser } from '../support/people.ts';
import { suite } from '../support/suite.ts';

const nobody = openBrowser();

/** The address that the page builds of the code, as the contract says. */
function linkWith(code: string): string {
  return `${suite.webUrl}/auth/action?mode=signIn&apiKey=test&oobCode=${encodeURIComponent(code)}`;
}

describe('coming in without a password', () => {
  it('is the mailed link and its address: the code signs in, proves the address, and works once [FIRST-10]', async () => {
    const acme = await newTenant();
    const { uid, email, mailed } = await invited(acme, { sendPasswordReset: false });
    expect(await nobody.call('getInvite', { secret: mailed })).toMatchObject({ step: 'email-link' });

    const { way, code, email: told } = await nobody.call('redeemInvite', { secret: mailed, email });
    expect({ way, told }).toEqual({ way: 'email-link', told: email });
    expect(await get(documentKeys.user(uid))).toMatchObject({ begun: { by: 'mail', tenantId: acme.id } });
    const browser = openBrowser();
    const { user } = await signInWithEmailLink(browser.auth, email, linkWith(code!));
    expect(user.uid).toBe(uid);
    expect((await adminAuth.getUser(uid)).emailVerified).toBe(true);
    await browser.call('acceptInvite', { tenantId: acme.id });

    await signOut(browser.auth);
    await expect(signInWithEmailLink(browser.auth, email, linkWith(code!))).rejects.toThrow('auth/');
  });

  it('is told to one of three at the same moment [FIRST-10]', async () => {
    const acme = await newTenant();
    const { email, mailed } = await invited(acme, { sendPasswordReset: false });
    const answers = await Promise.all(
      [1, 2, 3].map(() => nobody.call('redeemInvite', { secret: mailed, email })),
    );
    expect(answers.map(({ way }) => way).sort()).toEqual(['email-link', 'sign-in', 'sign-in']);
    expect(answers.filter(({ code }) => code !== null)).toHaveLength(1);
  });

  it('is for the mailbox alone: a handed-over link takes a password, as ever [FIRST-10]', async () => {
    const acme = await newTenant();
    const { uid, handover } = await invited(acme, { sendPasswordReset: false });
    expect(await nobody.call('getInvite', { secret: handover })).toMatchObject({ step: 'set-password' });
    const watched = { tenants: [acme.id], uids: [uid] };
    const attempt = () => nobody.call('redeemInvite', { secret: handover });
    await expectRefusal(attempt, 'invite/password-needed', watched);
    expect(await nobody.call('redeemInvite', { secret: handover, password: CHOSEN_PASSWORD })).toEqual({
      way: 'set-password',
      email: null,
      code: null,
    });
  });
});
