import { expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { invitation, newTenant } from '../support/factories.ts';
import { acceptPage } from '../support/pages/acceptPage.ts';

const openTab = useBrowser();

test('there is something to read before any script has come, and the invitation in its place then [ANSWER-11]', async () => {
  const tenant = await newTenant();
  const { inviteLink } = await tenant.admin.call('inviteUser', invitation(tenant.id));
  const { page } = await openTab({ device: 'phone' });
  const held = Promise.withResolvers<undefined>();
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() === 'script') await held.promise;
    await route.continue();
  });

  await page.goto(inviteLink, { waitUntil: 'commit' });
  await page.getByRole('heading', { level: 1, name: 'Your invitation' }).waitFor();
  await page.getByText('It opens in a moment. Keep this page open.').waitFor();
  expect(await page.content()).not.toContain(tenant.name);

  held.resolve(undefined);
  await acceptPage(page).heading(tenant.name).waitFor();
  expect(await page.locator('h1').count()).toBe(1);
});

test('a page whose scripts do not come says so, and comes after a reload', async () => {
  const tenant = await newTenant();
  const { inviteLink } = await tenant.admin.call('inviteUser', invitation(tenant.id));
  const tab = await openTab({ device: 'phone' });
  const { page } = tab;
  tab.allow(/net::ERR_FAILED/);
  const part = /renderInvitePage|\/invitePage-/;
  await page.route(part, (route) => route.abort());
  await page.goto(inviteLink);
  await page.getByText("This page didn't load. Check your connection and reload it.").waitFor();

  await page.unroute(part);
  await page.reload();
  await acceptPage(page).heading(tenant.name).waitFor();
});
