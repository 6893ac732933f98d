import { expect, test } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { adminAuth, get } from '../support/admin.ts';
import { useBrowser } from '../support/browser.ts';
import { newTenant } from '../support/factories.ts';
import { CHOSEN_PASSWORD, newStarter } from '../support/invited.ts';
import { actionLinkIn, waitForMails } from '../support/mailbox.ts';
import { authActionPage } from '../support/pages/authActionPage.ts';
import { signInPage } from '../support/pages/signInPage.ts';
import { tenantPages } from '../support/pages/tenantPages.ts';
import { newAddress, newPerson, signInAs } from '../support/people.ts';

const openTab = useBrowser();
const NEW_PASSWORD = 'another-long-password';

test('who forgot their password is mailed a link, sets a new one and is in', async () => {
  const person = await newPerson();
  const tab = await openTab({ device: 'phone' });
  const { page, asked } = tab;
  const action = authActionPage(page);
  await page.goto('/sign-in');
  await signInPage(page).forgotPassword.click();
  await action.heading('Reset your password').waitFor();
  await action.email.fill(person.email);
  await action.mailMe.click();
  await action.sent.waitFor();
  const [mail] = await waitForMails(person.email);
  const link = new URL(actionLinkIn(mail!));

  await page.goto(link.href);
  await action.password.waitFor();
  expect(page.url()).toBe(new URL('/auth/action', page.url()).href);
  await action.choosePassword(NEW_PASSWORD);
  await tenantPages(page).noTenantHeading.waitFor();

  await expect(signInAs(person.email)).rejects.toMatchObject({ code: 'auth/invalid-credential' });
  expect((await signInAs(person.email, NEW_PASSWORD)).uid).toBe(person.uid);
  // The server of the sources puts a script of its own before everything else.
  const told = asked.filter(
    ({ url, referrer = '' }) => referrer.includes('oobCode') && !url.includes('/@vite/'),
  );
  expect(told).toEqual([]);

  tab.allow(/status of 400 .*accounts:resetPassword/);
  await page.goto(link.href);
  await action.heading('This link has expired or was already used').waitFor();
  await page.getByRole('link', { name: 'Request a new link' }).waitFor();
});

test('nobody learns on the page for a forgotten password who has an account', async () => {
  const { page } = await openTab();
  const action = authActionPage(page);
  await page.goto('/forgot-password');
  const nobody = newAddress('nobody');
  await action.email.fill(nobody);
  await action.mailMe.click();
  expect(await action.sent.textContent()).toContain(`If ${nobody} has an account, we sent an email to it.`);
});

test('a verify code proves nothing of an account that was handed over; a new password by mail does [PROOF-05]', async () => {
  const tenant = await newTenant();
  const starter = await newStarter(tenant);
  const code = new URL(await adminAuth.generateEmailVerificationLink(starter.email)).searchParams.get(
    'oobCode',
  )!;
  const { page } = await openTab({ device: 'phone' });
  const action = authActionPage(page);

  await page.goto(`/auth/action?mode=verifyEmail&oobCode=${code}`);
  await action.heading('Sign in to confirm your email address').waitFor();
  await signInPage(page).signIn(starter.email, CHOSEN_PASSWORD);
  await action.heading('Choose a new password first').waitFor();
  expect((await adminAuth.getUser(starter.uid)).emailVerified).toBe(false);

  await action.mailMe.click();
  await action.sent.waitFor();
  const mails = await waitForMails(starter.email, 2);
  await page.goto(actionLinkIn(mails.at(-1)!));
  await action.choosePassword(NEW_PASSWORD);
  await tenantPages(page).noTenantHeading.or(tenantPages(page).switcher(tenant.name, 'Invited')).waitFor();
  expect((await adminAuth.getUser(starter.uid)).emailVerified).toBe(true);
  expect(await get(documentKeys.user(starter.uid))).toMatchObject({
    addressProven: { email: starter.email },
  });
  await expect(signInAs(starter.email, CHOSEN_PASSWORD)).rejects.toMatchObject({
    code: 'auth/invalid-credential',
  });
});

test('a verify code confirms the address of an account from before, once its owner is signed in', async () => {
  const una = await newPerson({ name: 'una', emailVerified: false });
  const link = new URL(await adminAuth.generateEmailVerificationLink(una.email));
  const { page } = await openTab();
  const action = authActionPage(page);
  await page.goto(`/auth/action?mode=verifyEmail&oobCode=${link.searchParams.get('oobCode')!}`);
  await signInPage(page).signIn(una.email);
  await page.getByRole('button', { name: 'Yes, confirm' }).click();
  await action.heading('Your email address is confirmed').waitFor();
  expect((await adminAuth.getUser(una.uid)).emailVerified).toBe(true);
});
