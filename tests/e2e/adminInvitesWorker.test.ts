import { expect, test } from 'vitest';
import { demoPerson } from '../../emulators/demo/demoPeople.ts';
import { useBrowser } from '../support/browser.ts';
import { acceptPage } from '../support/pages/acceptPage.ts';
import { invitationsPage } from '../support/pages/invitationsPage.ts';
import { openSignedIn } from '../support/pages/signInPage.ts';
import { tenantPages } from '../support/pages/tenantPages.ts';
import { claimsOf, newAddress } from '../support/people.ts';
import { adminAuth } from '../support/admin.ts';
import { readQrCode } from '../support/readQrCode.ts';

const openTab = useBrowser();

test('a worker begins by the link that the Admin copied or showed as a QR code: it is the same [LINK-11]', async () => {
  const email = newAddress('wes');
  const admin = await openTab();
  await openSignedIn(admin.page, invitationsPage(admin.page).path('acme'), demoPerson('adam').email);
  const form = await invitationsPage(admin.page).openForm('worker');
  await form.fill({ email, firstName: 'Wes', lastName: 'Worker' });
  await form.submit.click();
  await form.success('Wes').waitFor();

  await form.copy.click();
  await form.copied.waitFor();
  const copied = await admin.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/\/invite#[0-9a-f]{64}$/);
  expect(await form.link.inputValue()).toBe(copied);
  expect(await readQrCode(form.qrCode)).toBe(copied);

  const phone = await openTab({ device: 'phone' });
  await phone.page.goto(copied);
  const accept = acceptPage(phone.page);
  await accept.heading('Acme Staffing').waitFor();
  // Nobody wrote the form's own sentence: it is not quoted.
  expect(await accept.main.getByText('You have been invited to join').count()).toBe(0);
  await accept.changeName.click();
  await accept.firstName.fill('Wesley');
  await accept.choosePassword('a-new-long-password', email);
  await phone.page.waitForURL('**/t/acme');
  await tenantPages(phone.page).switcher('Acme Staffing', 'Worker').waitFor();

  await form.done.click();
  await invitationsPage(admin.page).row(email).getByText('Accepted', { exact: true }).waitFor();
  const { uid, emailVerified } = await adminAuth.getUserByEmail(email);
  expect(await claimsOf(uid)).toEqual({ roles: { acme: { role: 'Worker', securityLevel: '2' } } });
  // A link that was handed over proves nothing about the mailbox.
  expect(emailVerified).toBe(false);
});

test('a link that is copied later, from the row, is the same; a new one takes its place and says so first [LIFE-07]', async () => {
  const email = newAddress('wanda');
  const admin = await openTab();
  const page = invitationsPage(admin.page);
  await openSignedIn(admin.page, page.path('acme'), demoPerson('adam').email);
  const form = await page.openForm('worker');
  await form.fill({ email, firstName: 'Wanda', lastName: 'Worker' });
  await form.submit.click();
  await form.success('Wanda').waitFor();
  const first = await form.link.inputValue();
  await form.done.click();

  await page.search.fill('wanda');
  const dialog = await page.act('Wanda Worker', 'Copy link');
  const later = page.linkDialog('Wanda Worker');
  await later.copy.click();
  await later.copied.waitFor();
  expect(await admin.page.evaluate(() => navigator.clipboard.readText())).toBe(first);

  await dialog.getByRole('button', { name: 'Create a new link' }).click();
  await dialog.getByText('Links you copied before stop working.').waitFor();
  await dialog.getByRole('button', { name: 'Create new link' }).click();
  await expect.poll(() => later.link.inputValue()).not.toBe(first);
  const second = await later.link.inputValue();
  expect(await readQrCode(later.qrCode)).toBe(second);

  const phone = await openTab({ device: 'phone' });
  await phone.page.goto(first);
  await acceptPage(phone.page).dead('There is a newer link').waitFor();
  // The second link, opened in the same tab: the address changes by its fragment alone.
  await phone.page.goto(second);
  await acceptPage(phone.page).heading('Acme Staffing').waitFor();
  expect(new URL(phone.page.url()).hash).toBe('');
});
