import { expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { newTenant } from '../support/factories.ts';
import { invitationsPage } from '../support/pages/invitationsPage.ts';
import { signInPage } from '../support/pages/signInPage.ts';

const openTab = useBrowser();

test('an address behind the sign-in is where one arrives after it', async () => {
  const tenant = await newTenant();
  const { page } = await openTab();
  await page.goto(`/t/${tenant.id}/invitations`);
  await signInPage(page).heading.waitFor();
  expect(new URL(page.url()).searchParams.get('next')).toBe(`/t/${tenant.id}/invitations`);
  await signInPage(page).signIn(tenant.admin.email);
  await invitationsPage(page).heading.waitFor();
  expect(new URL(page.url()).pathname).toBe(`/t/${tenant.id}/invitations`);
});

test('an address elsewhere is not where one arrives [ATTACK-13]', async () => {
  const tenant = await newTenant();
  const { page } = await openTab();
  await page.goto(`/sign-in?next=${encodeURIComponent('//evil.example/t/acme')}`);
  await signInPage(page).signIn(tenant.admin.email);
  await page.waitForURL(`**/t/${tenant.id}`);
});
