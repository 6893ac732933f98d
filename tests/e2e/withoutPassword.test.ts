import { expect, test } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { adminAuth, find } from '../support/admin.ts';
import { useBrowser } from '../support/browser.ts';
import { invitation, newTenant } from '../support/factories.ts';
import { linkIn, waitForMails } from '../support/mailbox.ts';
import { acceptPage } from '../support/pages/acceptPage.ts';

const openTab = useBrowser();

test('an invitation without a password lets its invitee in by the mailed link and its address [FIRST-10]', async () => {
  const tenant = await newTenant();
  const request = invitation(tenant.id, { sendPasswordReset: false });
  const { uid } = await tenant.admin.call('inviteUser', request);
  const [mail] = await waitForMails(request.email);
  const { page } = await openTab({ device: 'phone' });
  const accept = acceptPage(page);

  await page.goto(linkIn(mail!));
  await page.getByText('No password needed').waitFor();
  await accept.email.fill(request.email);
  await accept.changeName.click();
  await accept.lastName.fill('Nyström');
  await accept.join(tenant.name).click();
  await page.waitForURL(`**/t/${tenant.id}`);

  expect(await find(documentKeys.member(tenant.id, uid))).toMatchObject({
    state: 'active',
    lastName: 'Nyström',
  });
  expect(await adminAuth.getUser(uid)).toMatchObject({ emailVerified: true });
});
