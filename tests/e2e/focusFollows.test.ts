import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { demoPerson } from '../../emulators/demo/demoPeople.ts';
import { useBrowser } from '../support/browser.ts';
import { expectFocus } from '../support/keyboard.ts';
import { openSignedIn, signInPage } from '../support/pages/signInPage.ts';
import { tenantPages } from '../support/pages/tenantPages.ts';

const openTab = useBrowser();

test('after each navigation the focus is on the heading of the page, and the title is its words', async () => {
  const { page } = await openTab();
  const { navigation } = tenantPages(page);
  const leads = async (follow: () => Promise<unknown>, heading: string) => {
    await follow();
    await expectFocus(page.getByRole('heading', { level: 1, name: heading, exact: true }));
    expect(await page.title()).toBe(`${heading} · HRX Invites`);
  };

  await page.goto('/sign-in');
  await leads(() => signInPage(page).forgotPassword.click(), 'Reset your password');
  await leads(() => page.getByRole('button', { name: 'Back' }).click(), 'Sign in');
  await leads(() => signInPage(page).signIn(demoPerson('hana').email), 'Companies');
  await leads(() => page.getByRole('link', { name: /Acme Staffing/ }).click(), 'Invitations');
  await leads(() => navigation('Home').click(), 'Acme Staffing');
  await leads(() => navigation('My invitations').click(), 'My invitations');
  await leads(() => page.goBack(), 'Acme Staffing');
  await page.getByRole('button', { name: /^Account of/ }).click();
  await leads(() => page.getByRole('menuitem', { name: 'Sign out' }).click(), 'Sign in');
});

test('after a reload the focus waits before the skip link', async () => {
  const { page } = await openTab();
  await openSignedIn(page, '/tenants', demoPerson('hana').email);
  await tenantPages(page).navigation('My invitations').click();
  await expectFocus(page.getByRole('heading', { level: 1, name: 'My invitations' }));
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'My invitations' }).waitFor();
  expect(await focusedTag(page)).toBe('BODY');
  await page.keyboard.press('Tab');
  await expectFocus(page.getByRole('link', { name: 'Skip to main content' }));
});

test('pages that are one message take the focus too', async () => {
  const { page } = await openTab();
  await page.goto('/sign-in?next=/t/acme');
  await signInPage(page).signIn(demoPerson('otto').email);
  await expectFocus(tenantPages(page).strangerHeading);
  await page.getByRole('link', { name: 'Go to home page' }).click();
  await expectFocus(tenantPages(page).noTenantHeading);
  expect(await page.title()).toBe('You are not in a company yet · HRX Invites');
});

function focusedTag(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.tagName);
}
