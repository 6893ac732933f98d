import { expect, test } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { find } from '../support/admin.ts';
import { useBrowser } from '../support/browser.ts';
import { invitation, newTenant } from '../support/factories.ts';
import { mailedSecret } from '../support/invited.ts';
import { joinTenants } from '../support/joinTenants.ts';
import { expectFocus, tabAndPress, tabAndType, tabTo } from '../support/keyboard.ts';
import { actionLinkIn, linkIn, newRecoveryMail, waitForMails } from '../support/mailbox.ts';
import { acceptPage } from '../support/pages/acceptPage.ts';
import { authActionPage } from '../support/pages/authActionPage.ts';
import { invitationsPage } from '../support/pages/invitationsPage.ts';
import { openSignedIn, signInPage } from '../support/pages/signInPage.ts';
import { tenantPages } from '../support/pages/tenantPages.ts';
import { newPerson, PASSWORD } from '../support/people.ts';

const openTab = useBrowser();
const NEW_PASSWORD = 'a-new-long-password';

test('by keyboard, an invited person thinks again about declining, sets a password and joins', async () => {
  const tenant = await newTenant();
  const request = invitation(tenant.id);
  const { uid } = await tenant.admin.call('inviteUser', request);
  const [mail] = await waitForMails(request.email);
  const { page } = await openTab();
  const accept = acceptPage(page);
  await page.goto(linkIn(mail!));
  await expectFocus(accept.heading(tenant.name));
  await tabAndPress(page, accept.noThanks);
  await expectFocus(page.getByRole('heading', { name: 'Decline this invitation?' }));
  await tabAndPress(page, page.getByRole('button', { name: 'Back' }));
  await tabAndType(page, accept.password, NEW_PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/t/${tenant.id}`);
  await expectFocus(page.getByRole('heading', { level: 1, name: tenant.name }));
  expect(await find(documentKeys.member(tenant.id, uid))).toMatchObject({ state: 'active' });
});

test('by keyboard, somebody else is signed in: one switches accounts, and declines with a reason', async () => {
  const tenant = await newTenant();
  const [invited, other] = await Promise.all([newPerson({ name: 'otto' }), newPerson({ name: 'olga' })]);
  await tenant.admin.call('inviteUser', invitation(tenant.id, { email: invited.email }));
  const { page } = await openTab();
  const accept = acceptPage(page);
  await openSignedIn(page, '/my-invitations', other.email);
  await page.goto(`/invite#${await mailedSecret(tenant.id, invited.uid)}`);
  await tabAndPress(page, accept.switchAccount);
  await tabAndType(page, signInPage(page).email, invited.email);
  await tabAndType(page, signInPage(page).password, PASSWORD);
  await page.keyboard.press('Enter');
  await accept.join(tenant.name).waitFor();
  await tabAndPress(page, accept.noThanks);
  await tabAndType(page, accept.reason, 'I found something else.');
  await page.keyboard.press('Enter');
  await expectFocus(accept.dead('You declined this invitation'));
  expect(await find(documentKeys.pendingInvite(tenant.id, invited.uid))).toMatchObject({
    status: 'declined',
    declinedReason: 'I found something else.',
  });
});

test('by keyboard, one asks for a new password, and sets it by the link in the mail', async () => {
  const tenant = await newTenant();
  const { email } = tenant.admin;
  const { page } = await openTab();
  const action = authActionPage(page);
  await page.goto('/sign-in');
  await tabAndPress(page, signInPage(page).forgotPassword);
  await expectFocus(action.heading('Reset your password'));
  await tabAndType(page, action.email, email);
  await page.keyboard.press('Enter');
  await action.sent.waitFor();
  await page.goto(actionLinkIn(await newRecoveryMail(email, 'password')));
  await tabAndType(page, action.password, NEW_PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/t/${tenant.id}`);
});

test('by keyboard, the list is searched and filtered, and dialogs give the focus back', async () => {
  const tenant = await newTenant();
  await tenant.admin.call('inviteUser', invitation(tenant.id, { firstName: 'Nina', lastName: 'Nord' }));
  await tenant.admin.call('inviteUser', invitation(tenant.id, { firstName: 'Sven', lastName: 'Sued' }));
  const { page } = await openTab();
  const { keyboard } = page;
  const invitations = invitationsPage(page);
  await openSignedIn(page, invitations.path(tenant.id), tenant.admin.email);
  const rows = page.getByRole('row').filter({ hasText: /Nina|Sven/ });
  await expect.poll(() => rows.count()).toBe(2);

  await tabAndType(page, invitations.search, 'Sven');
  await expect.poll(() => rows.count()).toBe(1);
  const menu = invitations.menuOf('Sven Sued');
  await tabAndPress(page, menu);
  await expectFocus(page.getByRole('menuitem', { name: 'Resend' }));
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  const { dialog, link } = invitations.linkDialog('Sven Sued');
  await link.waitFor();
  expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await expectFocus(menu);

  // Back over the name, the row's box and the page's.
  for (let stop = 0; stop < 4; stop += 1) await page.keyboard.press('Shift+Tab');
  await expectFocus(invitations.filter('Sort'));
  await tabTo(page, invitations.tab('All'));
  await keyboard.press('ArrowLeft');
  await keyboard.press('Enter');
  await tabAndPress(page, page.getByRole('button', { name: 'Show all invitations' }));
  await expect.poll(() => rows.count()).toBe(2);

  const account = page.getByRole('button', { name: /^Account of/ });
  await tabTo(page, account);
  await keyboard.press('Enter');
  await expectFocus(page.getByRole('menuitem', { name: 'Email notifications' }));
  await keyboard.press('ArrowDown');
  await expectFocus(page.getByRole('menuitem', { name: 'Sign out' }));
  await keyboard.press('Escape');
  await expectFocus(account);
});

test('by keyboard, one of forty tenants is found by its name, also where the claims have no room for it', async () => {
  const mara = await newPerson({ name: 'mara' });
  const [oldest = ''] = await joinTenants(mara, 39);
  const newest = await newTenant();
  await newest.admin.call('inviteUser', invitation(newest.id, { email: mara.email }));
  await mara.call('acceptInvite', { tenantId: newest.id });
  const { claimsLeftOut } = (await find(documentKeys.user(mara.uid))) ?? {};
  expect(claimsLeftOut).toContain(oldest);

  const { page } = await openTab();
  const places = tenantPages(page);
  await openSignedIn(page, `/t/${newest.id}`, mara.email);
  const switcher = places.switcher(newest.name, 'Worker');
  await tabAndPress(page, switcher);
  const dialog = page.getByRole('dialog', { name: 'Your companies' });
  await expectFocus(dialog.getByRole('searchbox'));
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await expectFocus(switcher);

  await page.keyboard.press('Enter');
  await dialog.getByRole('link', { name: /^Branch 39/ }).waitFor();
  await page.keyboard.type('branch 1');
  // Branch 1, and 10 to 19.
  await dialog.getByRole('status').filter({ hasText: '11 of 40' }).waitFor();
  await tabAndPress(page, dialog.getByRole('link', { name: /^Branch 1 / }));
  await page.waitForURL(`**/t/${oldest}`);
  await expectFocus(page.getByRole('heading', { level: 1, name: 'Branch 1', exact: true }));
  await places.switcher('Branch 1', 'Admin').waitFor();
});
