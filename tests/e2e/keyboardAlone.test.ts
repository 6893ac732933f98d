import { expect, test } from 'vitest';
import { adminAuth, find } from '../support/admin.ts';
import { useBrowser } from '../support/browser.ts';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { newTenant } from '../support/factories.ts';
import { expectFocus, tabTo } from '../support/keyboard.ts';
import { invitationsPage } from '../support/pages/invitationsPage.ts';
import { openSignedIn, signInPage } from '../support/pages/signInPage.ts';
import { newAddress, PASSWORD } from '../support/people.ts';

const openTab = useBrowser();

test('without a mouse one signs in, invites, copies the link and closes the dialog again', async () => {
  const tenant = await newTenant();
  const { page } = await openTab();
  const { keyboard } = page;
  const invitations = invitationsPage(page);
  await page.goto(invitations.path(tenant.id));

  await signInPage(page).heading.waitFor();
  await tabTo(page, signInPage(page).email);
  await keyboard.type(tenant.admin.email);
  await tabTo(page, signInPage(page).password);
  await keyboard.type(PASSWORD);
  await keyboard.press('Enter');
  await invitations.heading.waitFor();

  const button = page.getByRole('button', { name: 'Invite worker' });
  await tabTo(page, button);
  await keyboard.press('Enter');
  const form = invitations.dialog('worker');
  await expectFocus(form.email);
  const email = newAddress('kay');
  await keyboard.type(email);
  await tabTo(page, form.firstName);
  await keyboard.type('Kay');
  await tabTo(page, form.lastName);
  await keyboard.type('Board');
  await keyboard.press('Enter');

  await expectFocus(form.success('Kay'));
  await tabTo(page, form.copy);
  await keyboard.press('Enter');
  await form.copied.waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/\/invite#[0-9a-f]{64}$/);
  await keyboard.press('Escape');
  await form.dialog.waitFor({ state: 'hidden' });
  await expectFocus(button);

  const { uid } = await adminAuth.getUserByEmail(email);
  expect(await find(documentKeys.pendingInvite(tenant.id, uid))).toMatchObject({ status: 'pending' });
});

test('the first stop of the tab key leads past the navigation', async () => {
  const tenant = await newTenant();
  const { page } = await openTab();
  await openSignedIn(page, invitationsPage(page).path(tenant.id), tenant.admin.email);
  await page.goto(`/t/${tenant.id}`);
  await page.getByRole('heading', { level: 1, name: tenant.name }).waitFor();
  await page.keyboard.press('Tab');
  await expectFocus(page.getByRole('link', { name: 'Skip to main content' }));
  await page.keyboard.press('Enter');
  await expectFocus(page.getByRole('main'));
});
