import { expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { newTenant } from '../support/factories.ts';
import { putInvitations } from '../support/manyInvitations.ts';
import { invitationsPage } from '../support/pages/invitationsPage.ts';
import { openSignedIn } from '../support/pages/signInPage.ts';

const openTab = useBrowser();

test('fifteen invitations are seen at once on a laptop, and the address keeps what was chosen', async () => {
  const tenant = await newTenant();
  await putInvitations(tenant, 20);
  const { page } = await openTab();
  const invitations = invitationsPage(page);
  await openSignedIn(page, `/t/${tenant.id}/invitations`, tenant.admin.email);
  await invitations.tab('Open 21').waitFor();
  const rows = page.getByRole('row').filter({ hasText: 'Nina' });
  const bottom = await rows.nth(14).evaluate((row) => row.getBoundingClientRect().bottom);
  expect(bottom).toBeLessThanOrEqual(page.viewportSize()!.height);

  await invitations.search.fill('number1');
  await invitations.tab('Open 10').waitFor();
  await invitations.filter('Sort').click();
  await page.getByRole('option', { name: 'Expires first' }).click();
  await page.reload();
  await invitations.tab('Open 10').waitFor();
  await expect.poll(() => rows.count()).toBe(10);
  expect(await invitations.search.inputValue()).toBe('number1');
  expect(await invitations.filter('Sort').textContent()).toContain('Expires first');
});
