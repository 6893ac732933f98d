import { expect, test } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { adminAuth, find, patch } from '../support/admin.ts';
import { useBrowser } from '../support/browser.ts';
import { refusalOf } from '../support/expectRefusal.ts';
import { invitation, newTenant } from '../support/factories.ts';
import { CHOSEN_PASSWORD, mailedSecret, newStarter } from '../support/invited.ts';
import { actionLinkIn, linkIn, newRecoveryMail, waitForMails } from '../support/mailbox.ts';
import { acceptPage } from '../support/pages/acceptPage.ts';
import { authActionPage } from '../support/pages/authActionPage.ts';
import { myInvitationsPage } from '../support/pages/myInvitationsPage.ts';
import { openSignedIn, signInPage } from '../support/pages/signInPage.ts';
import { tenantPages } from '../support/pages/tenantPages.ts';
import { newPerson, signInAs } from '../support/people.ts';

const openTab = useBrowser();
const NEW_PASSWORD = 'a-new-long-password';

test('an account that a stranger began with my address becomes mine, and the stranger is out [FIRST-03]', async () => {
  const tenant = await newTenant();
  const squatter = await newPerson({ name: 'una', emailVerified: false });
  await tenant.admin.call('inviteUser', invitation(tenant.id, { email: squatter.email }));
  const [mail] = await waitForMails(squatter.email);

  const { page } = await openTab({ device: 'phone' });
  const accept = acceptPage(page);
  await page.goto(linkIn(mail!));
  await accept.choosePassword(NEW_PASSWORD);
  await page.getByText('old password and all other ways to sign in will stop working').waitFor();
  expect(await find(documentKeys.member(tenant.id, squatter.uid))).toBeUndefined();
  await accept.reclaim.click();
  await page.waitForURL(`**/t/${tenant.id}`);
  await tenantPages(page).switcher(tenant.name, 'Worker').waitFor();

  expect(await adminAuth.getUser(squatter.uid)).toMatchObject({ emailVerified: true });
  await expect(signInAs(squatter.email)).rejects.toMatchObject({ code: 'auth/invalid-credential' });
  const refused = await refusalOf(squatter.call('acceptInvite', { tenantId: tenant.id }));
  expect(refused.code).toBe('auth/session-ended');
  const owner = await signInAs(squatter.email, NEW_PASSWORD);
  expect(owner.uid).toBe(squatter.uid);
});

test('an account with powers that nobody confirmed is left to an administrator [FIRST-08]', async () => {
  const [home, other] = await Promise.all([newTenant(), newTenant()]);
  const member = await newStarter(home);
  await member.call('acceptInvite', { tenantId: home.id });
  // Begun by whoever came first, long before there was a hand-over: nobody knows whose it is.
  await adminAuth.updateUser(member.uid, { emailVerified: false });
  await patch(documentKeys.user(member.uid), { begun: null, origin: 'existing' });
  await other.admin.call('inviteUser', invitation(other.id, { email: member.email }));

  const { page, asked } = await openTab({ device: 'phone' });
  const link = `/invite#${await mailedSecret(other.id, member.uid)}`;
  await page.goto(link);
  await page.getByText('This account must be checked first').waitFor();
  // At once: nobody thinks up a password in vain.
  expect(await page.locator('input').count()).toBe(0);
  expect(asked.filter(({ url }) => url.includes('redeemInvite'))).toEqual([]);
  expect((await adminAuth.getUser(member.uid)).emailVerified).toBe(false);

  await adminAuth.updateUser(member.uid, { emailVerified: true });
  await page.goto('about:blank');
  await page.goto(link);
  await signInPage(page).signIn(member.email, CHOSEN_PASSWORD);
  await acceptPage(page).join(other.name).click();
  await page.waitForURL(`**/t/${other.id}`);
});

test('the owner of a blocked account is told at once whom to ask, and the inviter only that a mail is needed [ACC-06]', async () => {
  const tenant = await newTenant();
  const request = invitation(tenant.id);
  const { uid, inviteLink } = await tenant.admin.call('inviteUser', request);
  await adminAuth.updateUser(uid, { disabled: true });
  const { page } = await openTab({ device: 'phone' });

  await page.goto(`/invite#${await mailedSecret(tenant.id, uid)}`);
  await page.getByText('This account must be checked first').waitFor();
  expect(await page.locator('input').count()).toBe(0);
  await page.goto(inviteLink);
  await acceptPage(page).mailLink.waitFor();
  expect(await page.locator('input').count()).toBe(0);

  await adminAuth.updateUser(uid, { disabled: false });
  await page.goto('about:blank');
  await page.goto(inviteLink);
  await acceptPage(page).choosePassword(NEW_PASSWORD, request.email);
  await page.waitForURL(`**/t/${tenant.id}`);
});

test('who began by another tenant’s hand-over proves the address by a new password, and then joins [FIRST-14]', async () => {
  const [home, other] = await Promise.all([newTenant(), newTenant()]);
  const starter = await newStarter(home);
  await other.admin.call('inviteUser', invitation(other.id, { email: starter.email }));
  const link = `/invite#${await mailedSecret(other.id, starter.uid)}`;
  const { page } = await openTab({ device: 'phone' });
  const [action, mine] = [authActionPage(page), myInvitationsPage(page)];

  // Signed in already when the mailed link is opened: another mail with the same link would lead here again.
  await openSignedIn(page, mine.path, starter.email, CHOSEN_PASSWORD);
  await page.getByRole('heading', { name: 'Confirm your email address to see invitations' }).waitFor();
  await page.goto(link);
  await page.getByRole('heading', { name: 'Confirm your email address to join' }).waitFor();
  expect(await acceptPage(page).mailLink.count()).toBe(0);
  const before = await find(documentKeys.member(other.id, starter.uid));
  await action.mailMe.click();
  await action.sent.waitFor();

  await page.goto(actionLinkIn(await newRecoveryMail(starter.email, 'password')));
  await action.choosePassword(NEW_PASSWORD);
  await page.waitForURL((url) => !url.pathname.startsWith('/auth/action'));
  await page.goto(mine.path);
  await mine.accept(other.name).click();
  await page.waitForURL(`**/t/${other.id}`);
  expect(before).toBeUndefined();
  expect(await find(documentKeys.member(other.id, starter.uid))).toMatchObject({ state: 'active' });
  // Whoever held the other tenant's link, and chose the first password, is out.
  await expect(signInAs(starter.email, CHOSEN_PASSWORD)).rejects.toMatchObject({
    code: 'auth/invalid-credential',
  });
});

test('who is signed in as somebody else sees both accounts, switches, and joins with the right one [ANSWER-07]', async () => {
  const tenant = await newTenant();
  const [invited, other] = await Promise.all([newPerson({ name: 'otto' }), newPerson({ name: 'olga' })]);
  await tenant.admin.call('inviteUser', invitation(tenant.id, { email: invited.email }));
  const [mail] = await waitForMails(invited.email);

  const { page } = await openTab();
  await openSignedIn(page, '/my-invitations', other.email);
  await page.goto(linkIn(mail!));
  await page.getByText(`You are signed in as ${other.email}`).waitFor();
  await acceptPage(page).switchAccount.click();
  await signInPage(page).signIn(invited.email);
  await acceptPage(page).join(tenant.name).click();
  await page.waitForURL(`**/t/${tenant.id}`);

  expect(await find(documentKeys.member(tenant.id, invited.uid))).toMatchObject({ state: 'active' });
  expect(await find(documentKeys.member(tenant.id, other.uid))).toBeUndefined();
});

test('who began by a handed-over link and closed the tab comes back by signing in [FIRST-13]', async () => {
  const tenant = await newTenant();
  const request = invitation(tenant.id);
  const { uid, inviteLink } = await tenant.admin.call('inviteUser', request);

  const first = await openTab({ device: 'phone' });
  first.allow(/acceptInvite/);
  await first.page.route('**/acceptInvite', (route) => route.abort());
  await first.page.goto(inviteLink);
  await acceptPage(first.page).choosePassword(NEW_PASSWORD, request.email);
  await first.page.getByText('Your password is set. One step is left.').waitFor();
  await first.page.goto('about:blank');

  const { page } = await openTab({ device: 'phone' });
  await page.goto(inviteLink);
  await signInPage(page).signIn(request.email, NEW_PASSWORD);
  await acceptPage(page).join(tenant.name).click();
  await page.waitForURL(`**/t/${tenant.id}`);
  expect(await find(documentKeys.member(tenant.id, uid))).toMatchObject({ state: 'active' });
});
