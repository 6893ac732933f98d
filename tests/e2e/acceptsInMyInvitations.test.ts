import { expect, test } from 'vitest';
import { demoPerson } from '../../emulators/demo/demoPeople.ts';
import { useBrowser } from '../support/browser.ts';
import { invitation, newTenant } from '../support/factories.ts';
import { myInvitationsPage } from '../support/pages/myInvitationsPage.ts';
import { openSignedIn } from '../support/pages/signInPage.ts';
import { tenantPages } from '../support/pages/tenantPages.ts';
import { claimsOf } from '../support/people.ts';

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

  expect((await claimsOf(otto.uid)).roles).toMatchObject({
    [tenant.id]: { role: 'Worker', securityLevel: '2' },
  });
});
