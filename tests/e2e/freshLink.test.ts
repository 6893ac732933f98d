import { test } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { patch } from '../support/admin.ts';
import { useBrowser } from '../support/browser.ts';
import { invitation, newTenant } from '../support/factories.ts';
import { linkIn, waitForMails } from '../support/mailbox.ts';
import { acceptPage } from '../support/pages/acceptPage.ts';

const openTab = useBrowser();

test('the holder of an expired link asks for a new one, which comes by email, and joins with it', async () => {
  const tenant = await newTenant();
  const request = invitation(tenant.id);
  const { uid } = await tenant.admin.call('inviteUser', request);
  const [first] = await waitForMails(request.email);
  await patch(documentKeys.pendingInvite(tenant.id, uid), { expiresAt: new Date(Date.now() - 60_000) });
  const { page } = await openTab({ device: 'phone' });
  const accept = acceptPage(page);

  await page.goto(linkIn(first!));
  await accept.dead('This invitation has expired').waitFor();
  await page.getByRole('button', { name: 'Ask for a new link' }).click();
  await page.getByRole('status').filter({ hasText: 'If the invitation can be renewed' }).waitFor();

  const [, second] = await waitForMails(request.email, 2);
  await page.goto(linkIn(second!));
  await accept.choosePassword('a-new-long-password');
  await page.waitForURL(`**/t/${tenant.id}`);
});
