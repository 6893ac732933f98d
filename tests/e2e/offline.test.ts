import { expect, test } from 'vitest';
import { adminAuth } from '../support/admin.ts';
import { useBrowser, type Tab } from '../support/browser.ts';
import { newTenant } from '../support/factories.ts';
import { invitationsPage } from '../support/pages/invitationsPage.ts';
import { myInvitationsPage } from '../support/pages/myInvitationsPage.ts';
import { openSignedIn, signInPage } from '../support/pages/signInPage.ts';
import { tenantPages } from '../support/pages/tenantPages.ts';
import { newAddress, newPerson, PASSWORD } from '../support/people.ts';

const openTab = useBrowser();

/**
 * The browser writes every failed request to the console, and Firestore that it goes on by itself; it asks Google for a
 * picture to find out whether there is a network at all, which our policy refuses.
 */
function allowLostRequests(tab: Tab): void {
  tab.allow(/net::ERR_(INTERNET_DISCONNECTED|FAILED|NETWORK_CHANGED)/);
  tab.allow(/cleardot\.gif/);
  tab.allow(/Firestore.*(Could not reach|WebChannelConnection|transport errored)/s);
  // The counts of the tabs may be asked for at that moment.
  tab.allow(/Firestore.*RunAggregationQuery.*"code":"unavailable"/s);
}

test('offline, a form says so, keeps what was typed, and sends it when the connection is back', async () => {
  const tenant = await newTenant();
  const tab = await openTab({ device: 'phone' });
  allowLostRequests(tab);
  const { page } = tab;
  const context = page.context();
  const invitations = invitationsPage(page);
  await openSignedIn(page, invitations.path(tenant.id), tenant.admin.email);
  // The form's code is not there so far: it comes when it can, and the page stays as it is.
  await context.setOffline(true);
  const form = await invitations.openForm('worker');
  await form.dialog.getByText('You are offline.').waitFor();
  await context.setOffline(false);
  const ida = { email: newAddress('ida'), firstName: 'Ida', lastName: 'Island' };
  await form.fill(ida);

  await context.setOffline(true);
  await form.dialog.getByText('You are offline. What you typed is kept.').waitFor();
  await form.submit.click();
  await form.problem.filter({ hasText: "We can't reach the service." }).waitFor();
  expect(await form.email.inputValue()).toBe(ida.email);
  expect(await form.lastName.inputValue()).toBe(ida.lastName);

  await context.setOffline(false);
  await form.dialog.getByText('The connection is back.').waitFor();
  await form.submit.click();
  await form.success('Ida').waitFor();
  expect(await adminAuth.getUserByEmail(ida.email)).toBeDefined();
});

test('a service that cannot be reached is named although the browser believes to be online', async () => {
  const person = await newPerson();
  const tab = await openTab();
  allowLostRequests(tab);
  const { page } = tab;
  await page.route('**/accounts:signInWithPassword*', (route) => route.abort());
  await page.goto('/sign-in');
  await signInPage(page).signIn(person.email);
  await page.getByText("We can't reach the service. What you typed is kept.").waitFor();
  await signInPage(page).problem.filter({ hasText: "We can't reach the service." }).waitFor();
  expect(await signInPage(page).password.inputValue()).toBe(PASSWORD);
  await page.getByText('The connection is back.').waitFor();

  await page.unroute('**/accounts:signInWithPassword*');
  await signInPage(page).submit.click();
  await tenantPages(page).noTenantHeading.waitFor();
});

test('what takes long says so, and comes to its end', async () => {
  const tenant = await newTenant();
  const { page } = await openTab();
  const invitations = invitationsPage(page);
  await openSignedIn(page, invitations.path(tenant.id), tenant.admin.email);
  await page.clock.install();
  let answer: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/inviteUser', async (route) => {
    await held;
    await route.continue();
  });
  const form = await invitations.openForm('worker');
  await form.fill({ email: newAddress('slow'), firstName: 'Sloan', lastName: 'Slow' });
  const asked = page.waitForRequest('**/inviteUser');
  await form.submit.click();
  await asked;
  const slow = form.dialog.getByText('This is taking longer than usual.');
  expect(await slow.count()).toBe(0);
  await page.clock.fastForward('00:09');
  await slow.waitFor();
  answer();
  await form.success('Sloan').waitFor();
  expect(await slow.count()).toBe(0);
});

test('without a connection nobody is told that nothing is there', async () => {
  const tenant = await newTenant();
  const tab = await openTab();
  allowLostRequests(tab);
  const { page } = tab;
  const context = page.context();
  const { nothing, heading } = myInvitationsPage(page);
  // Seen once, so that the page's code is there.
  await openSignedIn(page, `/t/${tenant.id}`, tenant.admin.email);
  await tenantPages(page).navigation('My invitations').click();
  await nothing.waitFor();
  await tenantPages(page).navigation('Home').click();
  await page.getByRole('heading', { level: 1, name: tenant.name }).waitFor();

  await context.setOffline(true);
  await tenantPages(page).navigation('My invitations').click();
  await heading.waitFor();
  await page.getByRole('progressbar', { name: 'Loading your invitations' }).waitFor();
  await page.getByText('You are offline.').waitFor();
  expect(await nothing.count()).toBe(0);
  await context.setOffline(false);
  await nothing.waitFor();
});
