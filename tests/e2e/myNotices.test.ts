import { expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { newMember, newTenant } from '../support/factories.ts';
import { openSignedIn } from '../support/pages/signInPage.ts';

const openTab = useBrowser();

test('a member switches a notice off, and it stays off [NOTICE-01]', async () => {
  const { id } = await newTenant();
  const member = await newMember(id);
  const { page } = await openTab();
  await openSignedIn(page, `/t/${id}`, member.email);
  await page.getByRole('button', { name: 'Account of' }).click();
  await page.getByRole('menuitem', { name: 'Email notifications' }).click();
  const declined = page.getByRole('switch', { name: 'Invitation declined' });
  await declined.click();
  await page.getByRole('status').getByText('Saved').waitFor();
  await page.reload();
  await declined.waitFor();
  expect(await declined.isChecked()).toBe(false);
  expect(await page.getByRole('switch', { name: 'Invitation accepted' }).isChecked()).toBe(true);
});
