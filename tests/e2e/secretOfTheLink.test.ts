import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { invitation, newTenant, secretOf } from '../support/factories.ts';
import { linkIn, waitForMails } from '../support/mailbox.ts';
import { acceptPage } from '../support/pages/acceptPage.ts';
import { openSignedIn } from '../support/pages/signInPage.ts';

const openTab = useBrowser();

test('the secret of a link leaves the address bar at once, and travels in the body of our own calls alone [LINK-02, ATTACK-11]', async () => {
  const tenant = await newTenant();
  const request = invitation(tenant.id);
  await tenant.admin.call('inviteUser', request);
  const [mail] = await waitForMails(request.email);
  const secret = secretOf(linkIn(mail!));
  const { page, asked } = await openTab({ device: 'phone' });

  await page.goto(linkIn(mail!));
  await acceptPage(page).heading(tenant.name).waitFor();
  expect(new URL(page.url()).href).toBe(new URL('/invite', page.url()).href);
  await acceptPage(page).choosePassword('a-new-long-password');
  await page.waitForURL(`**/t/${tenant.id}`);

  // A fragment is never sent: what the browser asks for ends before it.
  const sent = asked.map((each) => ({ ...each, url: each.url.split('#')[0] }));
  expect(sent.filter(({ url, referrer = '' }) => `${url} ${referrer}`.includes(secret))).toEqual([]);
  const told = sent.filter(({ body }) => body?.includes(secret)).map(({ url }) => url?.split('/').at(-1));
  expect([...new Set(told)].sort()).toEqual(['getInvite', 'redeemInvite']);
  expect(await keptIn(page, 'sessionStorage')).not.toContain(secret);
  expect(await keptIn(page, 'localStorage')).not.toContain(secret);
  await page.goBack();
  expect(page.url()).not.toContain(secret);
});

test('a reload, and Back from another page, come back to the invitation, in this tab alone [ANSWER-10, ATTACK-11]', async () => {
  const tenant = await newTenant();
  const request = invitation(tenant.id);
  const { inviteLink } = await tenant.admin.call('inviteUser', request);
  const { page } = await openTab({ device: 'phone' });

  await page.goto(inviteLink);
  await acceptPage(page).heading(tenant.name).waitFor();
  expect(await keptIn(page, 'sessionStorage')).toContain(secretOf(inviteLink));
  expect(await keptIn(page, 'localStorage')).not.toContain(secretOf(inviteLink));
  await page.reload();
  await acceptPage(page).heading(tenant.name).waitFor();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  await page.goBack();
  await acceptPage(page).heading(tenant.name).waitFor();
  expect(page.url()).toBe(new URL('/invite', page.url()).href);

  const other = await page.context().newPage();
  await other.goto('/invite');
  await acceptPage(other).dead('Open the link in your invitation email').waitFor();
});

test('a link that no longer works is not kept, nor is any when somebody signs out [ATTACK-11]', async () => {
  const tenant = await newTenant();
  const { uid, inviteLink } = await tenant.admin.call('inviteUser', invitation(tenant.id));
  const { inviteLink: newer } = await tenant.admin.call('createInviteLink', {
    tenantId: tenant.id,
    uid,
    fresh: true,
  });
  const { page } = await openTab();
  await page.goto(inviteLink);
  await acceptPage(page).dead('There is a newer link').waitFor();
  await expect.poll(() => keptIn(page, 'sessionStorage')).not.toContain(secretOf(inviteLink));

  await openSignedIn(page, `/t/${tenant.id}`, tenant.admin.email);
  await page.goto(newer);
  await page.getByRole('heading', { name: 'This invitation is for another account' }).waitFor();
  expect(await keptIn(page, 'sessionStorage')).toContain(secretOf(newer));
  await page.getByRole('link', { name: 'Stay signed in' }).click();
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByText('You are signed out.').waitFor();
  expect(await keptIn(page, 'sessionStorage')).not.toContain(secretOf(newer));
});

function keptIn(page: Page, storage: 'sessionStorage' | 'localStorage'): Promise<string> {
  return page.evaluate((name) => JSON.stringify(window[name]), storage);
}
