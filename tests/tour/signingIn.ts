import { demoPerson } from '../../emulators/demo/demoPeople.ts';
import { newMember } from '../support/factories.ts';
import { newInvitee } from '../support/invited.ts';
import { openSignedIn, signInPage } from '../support/pages/signInPage.ts';
import { tenantPages } from '../support/pages/tenantPages.ts';
import { newAddress, newPerson } from '../support/people.ts';
import { newNorthwind, type Tour } from './stage.ts';

/** The sign-in page, and the pages where people start. */
export const signingIn: Tour = async (open, show) => {
  const stranger = await open();
  stranger.allow(/status of 400 .*signInWithPassword/);
  await stranger.page.goto('/sign-in');
  await signInPage(stranger.page).heading.waitFor();
  await show('sign-in', stranger.page);
  await signInPage(stranger.page).signIn('nobody@people.example', 'not-the-password');
  await signInPage(stranger.page).problem.waitFor();
  await show('sign-in-refused', stranger.page);
  await signInPage(stranger.page).email.fill('');
  await signInPage(stranger.page).mailLink.click();
  await stranger.page.getByText('Enter your email address.').waitFor();
  await show('sign-in-link-without-address', stranger.page);
  await signInPage(stranger.page).email.fill(newAddress('nobody'));
  await signInPage(stranger.page).mailLink.click();
  await signInPage(stranger.page).mailed.waitFor();
  await show('sign-in-link-mailed', stranger.page);
  await stranger.page.goto('/no/such/page');
  await stranger.page.getByRole('heading', { name: 'Page not found' }).waitFor();
  await show('no-such-page', stranger.page);

  const hana = await open();
  const places = tenantPages(hana.page);
  await openSignedIn(hana.page, '/tenants', demoPerson('hana').email);
  await places.searchTenants.fill('Acme');
  await places.tenant('Acme Staffing').waitFor();
  await show('tenants', hana.page);
  await places.searchTenants.fill('no such tenant');
  await hana.page.getByRole('heading', { name: /^No companies match/ }).waitFor();
  await show('tenants-none-matches', hana.page);
  await hana.page.goto('/t/acme');
  await hana.page.getByRole('heading', { level: 1, name: 'Acme Staffing' }).waitFor();
  await show('tenant-home-hrx', hana.page);

  const { page: nowhere } = await open();
  const loner = await newPerson({ name: 'lena' });
  await openSignedIn(nowhere, '/', loner.email);
  await tenantPages(nowhere).noTenantHeading.waitFor();
  await show('no-tenant', nowhere);
  await nowhere.goto('/t/acme');
  await tenantPages(nowhere).strangerHeading.waitFor();
  await show('tenant-of-others', nowhere);
};

/** A tenant's first page, and the frame around every page. */
export const beingAtHome: Tour = async (open, show) => {
  const northwind = await newNorthwind();
  const { page } = await open();
  const home = page.getByRole('heading', { level: 1, name: northwind.name });
  await openSignedIn(page, `/t/${northwind.id}`, northwind.admin.email);
  await home.waitFor();
  await show('tenant-home-admin', page);
  await page.getByRole('button', { name: /^Switch company/ }).click();
  await page.getByRole('menuitem', { name: northwind.name }).waitFor();
  await show('tenant-switcher', page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
  await show('account-menu', page);

  const { page: phone } = await open({ device: 'phone' });
  const worker = await newMember(northwind.id, { invitedByName: 'Ada Lindgren', department: 'Night shift' });
  await openSignedIn(phone, `/t/${northwind.id}`, worker.email);
  await phone.getByRole('heading', { level: 1, name: northwind.name }).waitFor();
  await show('tenant-home-worker', phone);
  await phone.getByRole('button', { name: 'Open menu' }).click();
  await phone.getByRole('navigation').getByRole('link', { name: 'Home' }).waitFor();
  await show('menu', phone);

  const { page: newcomers } = await open({ device: 'phone' });
  const invitee = await newInvitee(northwind, { desiredRole: 'Recruiter', securityLevel: '3' });
  await openSignedIn(newcomers, `/t/${northwind.id}`, invitee.email);
  await newcomers.getByRole('heading', { name: /^You are invited as a Recruiter/ }).waitFor();
  await show('tenant-home-invited', newcomers);
};
