import { signInWithEmailLink } from 'firebase/auth';
import { expect, test } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { adminAuth, get } from '../support/admin.ts';
import { useBrowser } from '../support/browser.ts';
import { newTenant } from '../support/factories.ts';
import { invited } from '../support/invited.ts';
import { actionLinkIn, newRecoveryMail } from '../support/mailbox.ts';
import { lastMessageTo } from '../support/messages.ts';
import { newGuardedAccount } from '../support/newGuardedAccount.ts';
import { acceptPage } from '../support/pages/acceptPage.ts';
import { authActionPage } from '../support/pages/authActionPage.ts';
import { myInvitationsPage } from '../support/pages/myInvitationsPage.ts';
import { signInPage } from '../support/pages/signInPage.ts';
import { tenantPages } from '../support/pages/tenantPages.ts';
import { newAddress, openBrowser } from '../support/people.ts';
import { suite } from '../support/suite.ts';

const openTab = useBrowser();

test('who has no password comes back by a mailed link, from another browser too, and once', async () => {
  const tenant = await newTenant();
  const { uid, email, mailed } = await invited(tenant, { sendPasswordReset: false });
  const { code } = await openBrowser().call('redeemInvite', { secret: mailed, email });
  const first = openBrowser();
  const link = `${suite.webUrl}/auth/action?mode=signIn&apiKey=test&oobCode=${code!}`;
  await signInWithEmailLink(first.auth, email, link);
  await first.call('acceptInvite', { tenantId: tenant.id });

  const phone = await openTab({ device: 'phone' });
  phone.allow(/status of 404 .*\/redeemSignInLink/);
  await phone.page.goto('/sign-in');
  await signInPage(phone.page).mailLink.click();
  await phone.page.getByText('Enter your email address.').waitFor();
  await signInPage(phone.page).email.fill(email);
  await signInPage(phone.page).mailLink.click();
  await signInPage(phone.page).mailed.waitFor();
  const mailedLink = actionLinkIn(await newRecoveryMail(email, 'sign-in'));

  // The mail is opened on a desktop, which does not know who asked.
  const desktop = await openTab();
  desktop.allow(/status of 400 .*\/redeemSignInLink/);
  const { page } = desktop;
  await page.goto(mailedLink);
  await authActionPage(page).heading('Sign in with this link').waitFor();
  expect(page.url()).toBe(new URL('/auth/action', page.url()).href);
  expect(await signInPage(page).email.inputValue()).toBe('');
  await signInPage(page).email.fill(newAddress('somebody.else'));
  await signInPage(page).submit.click();
  await page.getByText('This link was sent to another email address.').waitFor();
  await signInPage(page).email.fill(email);
  await signInPage(page).submit.click();
  await page.waitForURL(`**/t/${tenant.id}`);
  await tenantPages(page).switcher(tenant.name, 'Worker').waitFor();
  expect((await adminAuth.getUser(uid)).passwordHash).toBeUndefined();

  // The same link once more, where it was asked for.
  await phone.page.goto(mailedLink);
  await phone.page.getByText('We sent the link to this email address.').waitFor();
  expect(await signInPage(phone.page).email.inputValue()).toBe(email);
  await signInPage(phone.page).submit.click();
  await authActionPage(phone.page).heading('This link has expired or was already used').waitFor();
  await phone.page.getByRole('link', { name: 'Go to sign in' }).click();
  await signInPage(phone.page).heading.waitFor();

  const secret = new URL(mailedLink).hash.slice(1);
  for (const { asked } of [phone, desktop]) {
    const told = asked.filter((each) => JSON.stringify(each).includes(secret));
    // Nobody is told the secret but the one who is asked what it is worth.
    expect(new Set(told.map(({ url }) => new URL(url).pathname.split('/').at(-1)))).toEqual(
      new Set(['redeemSignInLink']),
    );
  }
});

test('who opened their invitation and never got in finds a way by mail [SIGNIN-07]', async () => {
  const tenant = await newTenant();
  const { uid, email, mailed } = await invited(tenant);
  await openBrowser().call('redeemInvite', { secret: mailed, email });

  const { page } = await openTab({ device: 'phone' });
  await page.goto(`/invite#${mailed}`);
  await signInPage(page).email.fill(email);
  await signInPage(page).mailLink.click();
  await signInPage(page).mailed.waitFor();
  const mail = await newRecoveryMail(email, 'sign-in');
  expect(mail.text).toContain('Choose a password first');
  await page.goto(actionLinkIn(mail));
  await authActionPage(page).choosePassword('a-new-long-password');
  await page.waitForURL((url) => url.pathname !== '/auth/action');

  await page.goto('/my-invitations');
  await myInvitationsPage(page).accept(tenant.name).click();
  await page.waitForURL(`**/t/${tenant.id}`);
  expect(await get(documentKeys.member(tenant.id, uid))).toMatchObject({ state: 'active' });
});

test('a person who asks for a sign-in link from their invitation confirms in the same tab', async () => {
  const tenant = await newTenant();
  const email = newAddress('otto');
  await adminAuth.createUser({ email, emailVerified: true });
  const { mailed } = await invited(tenant, { email });

  const { page } = await openTab({ device: 'phone' });
  await page.goto(`/invite#${mailed}`);
  await signInPage(page).email.fill(email);
  await signInPage(page).mailLink.click();
  await signInPage(page).mailed.waitFor();
  // The mail's link opens beside it, as a phone's mail app does.
  const beside = await page.context().newPage();
  await beside.goto(actionLinkIn(await newRecoveryMail(email, 'sign-in')));
  await signInPage(beside).submit.click();
  await beside.waitForURL((url) => url.pathname !== '/auth/action');
  await beside.close();
  await acceptPage(page).join(tenant.name).click();
  await page.waitForURL(`**/t/${tenant.id}`);
});

test('a sign-in link does not spare anybody their second step [SIGNIN-05]', async () => {
  const { email, phoneNumber } = await newGuardedAccount();
  const tab = await openTab({ device: 'phone' });
  tab.allow(/status of 501 .*recaptchaConfig/);
  const { page } = tab;
  const signIn = signInPage(page);
  await page.goto('/sign-in');
  await signIn.email.fill(email);
  await signIn.mailLink.click();
  await signIn.mailed.waitFor();
  await page.goto(actionLinkIn(await newRecoveryMail(email, 'sign-in')));
  await signIn.submit.click();
  await signIn.secondStep.waitFor();
  await signIn.sendCode.click();
  await signIn.code.waitFor();
  await signIn.code.fill(await lastMessageTo(phoneNumber));
  await signIn.submit.click();
  await tenantPages(page).noTenantHeading.waitFor();
});
