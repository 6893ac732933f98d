import { expect, test } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { get } from '../support/admin.ts';
import { useBrowser } from '../support/browser.ts';
import { newMember, newTenant } from '../support/factories.ts';
import { expectFocus, tabAndPress, tabAndType, tabTo } from '../support/keyboard.ts';
import { declineLinkIn, sourceOf, waitForMails } from '../support/mailbox.ts';
import { invitationsPage } from '../support/pages/invitationsPage.ts';
import { settingsPage } from '../support/pages/settingsPage.ts';
import { openSignedIn } from '../support/pages/signInPage.ts';
import { tenantPages } from '../support/pages/tenantPages.ts';
import { newAddress } from '../support/people.ts';

const openTab = useBrowser();

test('an Admin changes lifetime, replies and time zone, and the next invitation follows them [SET-01, MAIL-13]', async () => {
  const { id, name, admin } = await newTenant();
  const { page } = await openTab();
  const settings = settingsPage(page);
  await openSignedIn(page, invitationsPage(page).path(id), admin.email);
  await tenantPages(page).navigation('Settings').click();
  await settings.chooseLifetime('3 days');
  await settings.replyAddress.fill('people@acme.example');
  await settings.chooseTimeZone('Tokyo');
  await settings.save.click();
  await settings.saved.waitFor();
  await page.reload();
  await settings.heading.waitFor();
  await expect.poll(() => settings.lifetime.textContent()).toBe('3 days');
  expect(await settings.replyAddress.inputValue()).toBe('people@acme.example');
  expect(await settings.timeZone.inputValue()).toBe('Asia/Tokyo');

  await tenantPages(page).navigation('Invitations').click();
  const form = await invitationsPage(page).openForm('worker');
  await form.dialog.getByRole('button', { name: 'More options' }).click();
  await form.dialog.getByText('Company default (3 days)').waitFor();
  const email = newAddress('noah');
  await form.fill({ email, firstName: 'Noah', lastName: 'Berg' });
  await form.submit.click();
  await form.success('Noah').waitFor();
  const [mail] = await waitForMails(email);
  expect(mail!.from).toContain(`${name} via HRX Invites`);
  expect(mail!.subject).toBe(`Pat Person invites you to ${name}`);
  expect(mail!.text).toContain('Japan Standard Time (in 3 days)');
  expect(await sourceOf(mail!)).toContain('Reply-To: people@acme.example');

  const phone = await openTab({ device: 'phone' });
  await phone.page.goto(declineLinkIn(mail!));
  await phone.page.getByRole('heading', { name: 'Decline this invitation?' }).waitFor();
  await phone.page.getByRole('button', { name: 'Back' }).click();
  await phone.page.getByLabel('Choose a password').waitFor();
});

test('the settings follow what another Admin changes, and are no page of anybody else [SET-04]', async () => {
  const { id, admin } = await newTenant();
  const { page } = await openTab();
  const settings = settingsPage(page);
  await openSignedIn(page, settings.path(id), admin.email);
  expect(await settings.reminder.isChecked()).toBe(true);
  const other = await newMember(id, { role: 'Admin' });
  await other.call('updateTenantSettings', { tenantId: id, reminders: false });
  await expect.poll(() => settings.reminder.isChecked()).toBe(false);

  const worker = await newMember(id);
  const { page: workersPage } = await openTab();
  await openSignedIn(workersPage, settings.path(id), worker.email);
  await settingsPage(workersPage).forAdminsAlone.waitFor();
  expect(await tenantPages(workersPage).navigation('Settings').count()).toBe(0);
});

test('by keyboard, an Admin switches reminders off and writes where replies go', async () => {
  const { id, admin } = await newTenant();
  const { page } = await openTab();
  const settings = settingsPage(page);
  await openSignedIn(page, settings.path(id), admin.email);
  await settings.reminder.waitFor();
  await tabTo(page, settings.reminder);
  await page.keyboard.press('Space');
  await tabAndType(page, settings.replyAddress, 'people@acme.example');
  await tabAndPress(page, settings.save);
  await settings.saved.waitFor();
  await expectFocus(settings.form);
  expect(await get(documentKeys.tenantSettings(id))).toMatchObject({
    reminders: false,
    replyTo: 'people@acme.example',
  });
});
