import { expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { invitation, newTenant, secretOf } from '../support/factories.ts';
import { linkIn, waitForMails } from '../support/mailbox.ts';
import { acceptPage } from '../support/pages/acceptPage.ts';

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
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
  expect(kept).not.toContain(secret);
  await page.goBack();
  expect(page.url()).not.toContain(secret);
});
