import { expect, test } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { patch } from '../support/admin.ts';
import { useBrowser } from '../support/browser.ts';
import { invitation, newTenant } from '../support/factories.ts';
import { linkIn, waitForMails } from '../support/mailbox.ts';
import { acceptPage } from '../support/pages/acceptPage.ts';

const openTab = useBrowser();

/** The browser writes a refused call of `getInvite` to the console. */
const NOT_FOUND = /status of 404 .*\/getInvite/;

test('an expired link says so, and whom to ask [FIRST-01]', async () => {
  const tenant = await newTenant();
  const request = invitation(tenant.id);
  const { uid } = await tenant.admin.call('inviteUser', request);
  const [mail] = await waitForMails(request.email);
  const { page } = await openTab({ device: 'phone' });
  await page.goto(linkIn(mail!));
  await acceptPage(page).heading(tenant.name).waitFor();

  await patch(documentKeys.pendingInvite(tenant.id, uid), { expiresAt: new Date(Date.now() - 60_000) });
  await page.goto('about:blank');
  await page.goto(linkIn(mail!));
  await acceptPage(page).dead('This invitation has expired').waitFor();
  await page.getByText(`Ask the person who invited you to ${tenant.name} for a new one.`).waitFor();
  expect(await page.getByRole('textbox').count()).toBe(0);
});

test('a link that was taken back says so, and whom to ask [FIRST-01]', async () => {
  const tenant = await newTenant();
  const request = invitation(tenant.id);
  const { uid, inviteLink } = await tenant.admin.call('inviteUser', request);
  await patch(documentKeys.pendingInvite(tenant.id, uid), { status: 'revoked', revokedAt: new Date() });
  const { page } = await openTab({ device: 'phone' });
  await page.goto(inviteLink);
  await acceptPage(page).dead('This invitation was cancelled').waitFor();
  await page.getByText(`Ask the person who invited you to ${tenant.name} for a new one.`).waitFor();
});

test('a link whose place a newer one took says so, and the newer one works until it was used [LINK-16]', async () => {
  const tenant = await newTenant();
  const request = invitation(tenant.id);
  const { uid, inviteLink } = await tenant.admin.call('inviteUser', request);
  const { inviteLink: newer } = await tenant.admin.call('createInviteLink', {
    tenantId: tenant.id,
    uid,
    fresh: true,
  });
  const { page } = await openTab({ device: 'phone' });
  await page.goto(inviteLink);
  await acceptPage(page).dead('There is a newer link').waitFor();

  await page.goto(newer);
  await acceptPage(page).choosePassword('a-new-long-password', request.email);
  await page.waitForURL(`**/t/${tenant.id}`);
  await page.goto(newer);
  await acceptPage(page).dead('This invitation was already accepted').waitFor();
  await page.getByRole('link', { name: `Open ${tenant.name}` }).waitFor();
});

test('a link that never was says what to look at [FIRST-01]', async () => {
  const tab = await openTab({ device: 'phone' });
  tab.allow(NOT_FOUND);
  await tab.page.goto(`/invite#${'0'.repeat(64)}`);
  await acceptPage(tab.page).dead('This link is not valid').waitFor();
  await tab.page.getByText('copy the whole link').waitFor();
});

test('a link that was cut is not even asked about [ATTACK-01]', async () => {
  const { page, asked } = await openTab({ device: 'phone' });
  await page.goto('/invite#0123456789abcdef');
  await acceptPage(page).dead('This link is not valid').waitFor();
  expect(asked.filter(({ url }) => url.includes('getInvite'))).toEqual([]);
});

test('the page without a link says where to find it', async () => {
  const { page } = await openTab({ device: 'phone' });
  await page.goto('/invite');
  await acceptPage(page).dead('Open the link in your invitation email').waitFor();
});
