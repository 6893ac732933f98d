import { expect, test } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { find } from '../support/admin.ts';
import { useBrowser } from '../support/browser.ts';
import { invitation, newTenant } from '../support/factories.ts';
import { newInvitee } from '../support/invited.ts';
import { linkIn, waitForMails } from '../support/mailbox.ts';
import { acceptPage } from '../support/pages/acceptPage.ts';
import { myInvitationsPage } from '../support/pages/myInvitationsPage.ts';
import { openSignedIn } from '../support/pages/signInPage.ts';

const openTab = useBrowser();

test('the holder of a mailed link says no, with a reason and without signing in [ANSWER-09]', async () => {
  const tenant = await newTenant();
  const request = invitation(tenant.id);
  const { uid } = await tenant.admin.call('inviteUser', request);
  const [mail] = await waitForMails(request.email);
  const { page } = await openTab({ device: 'phone' });
  const accept = acceptPage(page);

  await page.goto(linkIn(mail!));
  await accept.noThanks.click();
  await accept.email.fill(request.email);
  await accept.reason.fill('I have another job by now');
  expect(await find(documentKeys.pendingInvite(tenant.id, uid))).toMatchObject({ status: 'pending' });
  await accept.decline.click();
  await accept.dead('You declined this invitation').waitFor();
  expect(await find(documentKeys.pendingInvite(tenant.id, uid))).toMatchObject({
    status: 'declined',
    declinedReason: 'I have another job by now',
  });

  await page.goto('about:blank');
  await page.goto(linkIn(mail!));
  await accept.dead('This invitation was declined').waitFor();
});

test('who is signed in says no in My invitations [ANSWER-09]', async () => {
  const tenant = await newTenant();
  const invitee = await newInvitee(tenant);
  const { page } = await openTab();
  const mine = myInvitationsPage(page);
  await openSignedIn(page, mine.path, invitee.email);
  await mine.decline(tenant.name).click();
  await mine.confirmDecline(tenant.name).click();
  await mine.nothing.waitFor();
  expect(await find(documentKeys.pendingInvite(tenant.id, invitee.uid))).toMatchObject({
    status: 'declined',
  });
});
