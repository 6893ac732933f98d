import { expect, test } from 'vitest';
import { demoPerson } from '../../emulators/demo/demoPeople.ts';
import { useBrowser } from '../support/browser.ts';
import { invitation, newTenant } from '../support/factories.ts';
import { actionLinkIn, newRecoveryMail } from '../support/mailbox.ts';
import { authActionPage } from '../support/pages/authActionPage.ts';
import { myInvitationsPage } from '../support/pages/myInvitationsPage.ts';
import { openSignedIn } from '../support/pages/signInPage.ts';
import { tenantPages } from '../support/pages/tenantPages.ts';
import { claimsOf, newPerson } from '../support/people.ts';

const openTab = useBrowser();

test('somebody who is signed in sees an invitation arrive, and accepts it with one click [ANSWER-08]', async () => {
  const otto = demoPerson('otto');
  const tenant = await newTenant();
  const { page } = await openTab();
  await openSignedIn(page, '/my-invitations', otto.email);
  const mine = myInvitationsPage(page);
  await mine.heading.waitFor();

  const request = invitation(tenant.id, { email: otto.email, firstName: 'Otto', lastName: 'Weber' });
  const { userExists } = await tenant.admin.call('inviteUser', request);
  expect(userExists).toBe(true);
  await mine.accept(tenant.name).click();
  await tenantPages(page).switcher(tenant.name, 'Worker').waitFor();
  await page.getByRole('status').filter({ hasText: "You're in" }).waitFor();

  expect((await claimsOf(otto.uid)).roles).toMatchObject({
    [tenant.id]: { role: 'Worker', securityLevel: '2' },
  });
});

test('who has not shown that the address is theirs does so by an email, and then sees the invitation', async () => {
  const tenant = await newTenant();
  const una = await newPerson({ name: 'una', emailVerified: false });
  await tenant.admin.call('inviteUser', invitation(tenant.id, { email: una.email }));
  const { page } = await openTab({ device: 'phone' });
  const mine = myInvitationsPage(page);
  await openSignedIn(page, mine.path, una.email);
  await mine.mailMe.click();
  await page
    .getByRole('status')
    .filter({ hasText: `We sent an email to ${una.email}.` })
    .waitFor();

  await page.goto(actionLinkIn(await newRecoveryMail(una.email, 'password')));
  await authActionPage(page).choosePassword('a-new-long-password');
  await page.waitForURL((url) => url.pathname !== '/auth/action');
  await page.goto(mine.path);
  await mine.invitation(tenant.name).waitFor();
});
