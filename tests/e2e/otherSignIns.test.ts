import { expect, test } from 'vitest';
import { adminAuth } from '../support/admin.ts';
import { useBrowser } from '../support/browser.ts';
import { accountsWith } from '../support/expectRefusal.ts';
import { addMember, newTenant } from '../support/factories.ts';
import { chooseGoogleAccount, playGoogle } from '../support/googlePopup.ts';
import { lastMessageTo } from '../support/messages.ts';
import { newGuardedAccount } from '../support/newGuardedAccount.ts';
import { signInPage } from '../support/pages/signInPage.ts';
import { tenantPages } from '../support/pages/tenantPages.ts';
import { newAddress, newPerson } from '../support/people.ts';

const openTab = useBrowser();

test('somebody with a Google account signs in by its popup', async () => {
  const tenant = await newTenant();
  const gina = await newPerson({ name: 'gina' });
  await addMember(tenant.id, gina);
  const { uid, email } = gina;
  await adminAuth.updateUser(uid, { providerToLink: { uid: `g-${uid}`, providerId: 'google.com', email } });
  const tab = await openTab();
  await playGoogle(tab);
  await tab.page.goto('/sign-in');
  await chooseGoogleAccount(tab.page, () => signInPage(tab.page).google.click(), email);
  await tab.page.waitForURL(`**/t/${tenant.id}`);
  await tenantPages(tab.page).switcher(tenant.name, 'Worker').waitFor();
});

test('Google says that it needs the network, where there is none', async () => {
  const tab = await openTab();
  const { page } = tab;
  await page.goto('/sign-in');
  await signInPage(page).google.waitFor();
  await page.context().setOffline(true);
  await signInPage(page).google.click();
  await signInPage(page).problem.filter({ hasText: 'needs a network connection' }).waitFor();
  expect(page.context().pages()).toHaveLength(1);
});

test('a Google account that nobody invited is told so, and is not signed in', async () => {
  const tab = await openTab();
  await playGoogle(tab);
  const { page } = tab;
  const email = newAddress('stranger');
  await page.goto('/sign-in');
  await chooseGoogleAccount(page, () => signInPage(page).google.click(), email);
  await signInPage(page).problem.filter({ hasText: 'This Google account was not invited.' }).waitFor();
  expect(await accountsWith(email)).toBe(1);
  await page.goto('/my-invitations');
  await signInPage(page).heading.waitFor();
});

test('an account with a second step asks for its code, and takes no other [ATTACK-07]', async () => {
  const { email, phoneNumber } = await newGuardedAccount();
  const tab = await openTab({ device: 'phone' });
  // The emulator has no reCAPTCHA, and the wrong code is refused.
  tab.allow(/status of 501 .*recaptchaConfig/);
  tab.allow(/status of 400 .*mfaSignIn/);
  const { page } = tab;
  const signIn = signInPage(page);
  await page.goto('/sign-in');
  await signIn.signIn(email);
  await signIn.secondStep.waitFor();
  await signIn.sendCode.click();
  await signIn.code.fill('000000');
  await signIn.submit.click();
  await signIn.problem.filter({ hasText: 'This code is wrong' }).waitFor();

  await signIn.code.fill(await lastMessageTo(phoneNumber));
  await signIn.submit.click();
  await tenantPages(page).noTenantHeading.waitFor();
});
