import { expect, test } from 'vitest';
import { demoPerson } from '../../emulators/demo/demoPeople.ts';
import { useBrowser } from '../support/browser.ts';
import { linkIn, waitForMails } from '../support/mailbox.ts';
import { acceptPage } from '../support/pages/acceptPage.ts';
import { invitationsPage } from '../support/pages/invitationsPage.ts';
import { openSignedIn, signInPage } from '../support/pages/signInPage.ts';
import { tenantPages } from '../support/pages/tenantPages.ts';
import { newAddress, signInAs } from '../support/people.ts';

const openTab = useBrowser();

test('a recruiter whom HRX invited sets a password on a phone and is in, while the Admin watches [FIRST-09]', async () => {
  const email = newAddress('rosa');
  const admin = await openTab();
  await openSignedIn(admin.page, invitationsPage(admin.page).path('acme'), demoPerson('adam').email);
  await invitationsPage(admin.page).heading.waitFor();

  const hrx = await openTab();
  await hrx.page.goto('/');
  await signInPage(hrx.page).signIn(demoPerson('hana').email);
  await tenantPages(hrx.page).tenant('Acme Staffing').click();
  const form = await invitationsPage(hrx.page).openForm('recruiter');
  await form.fill({ email, firstName: 'Rosa', lastName: 'Recruit' });
  await form.submit.click();
  await form.success('Rosa').waitFor();

  const row = invitationsPage(admin.page).row(email);
  await row.getByText('Pending', { exact: true }).waitFor();
  await row.getByText('Recruiter 3').waitFor();
  await row.getByText('Hana Sato', { exact: true }).waitFor();
  await row.getByText('Email sent', { exact: true }).waitFor();

  const [mail] = await waitForMails(email);
  const phone = await openTab({ device: 'phone' });
  await phone.page.goto(linkIn(mail!));
  const accept = acceptPage(phone.page);
  await accept.heading('Acme Staffing').waitFor();
  await accept.main.getByText('Hana Sato invites you as a Recruiter.').waitFor();
  await accept.choosePassword('a-new-long-password');
  await phone.page.waitForURL('**/t/acme');
  await tenantPages(phone.page).switcher('Acme Staffing', 'Recruiter').waitFor();

  await row.getByText('Accepted', { exact: true }).waitFor();
  const rosa = await signInAs(email, 'a-new-long-password');
  const { claims } = await rosa.auth.currentUser!.getIdTokenResult();
  expect(claims['roles']).toEqual({ acme: { role: 'Recruiter', securityLevel: '3' } });
});
