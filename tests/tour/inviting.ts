import type { Page } from 'playwright-core';
import { demoPerson } from '../../emulators/demo/demoPeople.ts';
import { newMember } from '../support/factories.ts';
import { invitationsPage } from '../support/pages/invitationsPage.ts';
import { openSignedIn } from '../support/pages/signInPage.ts';
import { newAddress } from '../support/people.ts';
import { newNorthwind, type Show, type Tour } from './stage.ts';

/** The invitations of a tenant, in every state. */
export const watchingInvitations: Tour = async (open, show) => {
  const { page } = await open();
  const invitations = invitationsPage(page);
  await openSignedIn(page, invitations.path('acme'), demoPerson('adam').email);
  await invitations.row('rita@acme.example').waitFor();
  await page.getByRole('tab', { name: /^All \d/ }).waitFor();
  await show('invitations', page);
  await invitations.search.fill('nobody of this name');
  await page.getByRole('heading', { name: 'No invitations found' }).waitFor();
  await show('invitations-none-matches', page);

  const northwind = await newNorthwind();
  const worker = await newMember(northwind.id);
  const { page: workersPage } = await open();
  await openSignedIn(workersPage, invitations.path(northwind.id), worker.email);
  await workersPage.getByRole('heading', { name: /Your role can't invite people/ }).waitFor();
  await show('invitations-no-rights', workersPage);
};

/** Every form and dialog of inviting. */
export const inviting: Tour = async (open, show) => {
  const northwind = await newNorthwind();
  const tab = await open();
  const { page } = tab;
  const invitations = invitationsPage(page);
  await openSignedIn(page, invitations.path(northwind.id), northwind.admin.email);
  await page.getByRole('heading', { name: 'No invitations yet' }).waitFor();
  await show('invitations-empty', page);

  const form = await invitations.openForm('worker');
  await form.email.waitFor();
  await show('invite-form', page);
  await form.submit.click();
  await form.dialog.getByText('Fill in this field.').first().waitFor();
  await show('invite-form-mistakes', page);
  await form.dialog.getByRole('button', { name: 'More options' }).click();
  await form.dialog.getByLabel('Department').waitFor();
  await show('invite-form-more-options', page);
  tab.allow(/status of 400 .*\/inviteUser/);
  await form.fill({ email: northwind.admin.email, firstName: 'Ada', lastName: 'Lindgren' });
  await form.submit.click();
  await form.problem.waitFor();
  await show('invite-form-refused', page);
  await form.fill({ email: newAddress('noah'), firstName: 'Noah', lastName: 'Berg' });
  await form.submit.click();
  await form.success('Noah').waitFor();
  await form.copy.click();
  await form.copied.waitFor();
  await show('invite-sent', page);
  await form.done.click();

  await managing(page, show);
};

/** What is done to an invitation, and its timeline. */
async function managing(page: Page, show: Show): Promise<void> {
  const invitations = invitationsPage(page);
  const name = 'Noah Berg';
  await invitations.menuOf(name).click();
  await page.getByRole('menuitem').first().waitFor();
  await show('invitation-menu', page);
  await page.keyboard.press('Escape');
  const link = await invitations.act(name, 'Copy link');
  await invitations.linkDialog(name).link.waitFor();
  await show('copy-link', page);
  await link.getByRole('button', { name: 'Create a new link' }).click();
  await show('new-link', page);
  await page.keyboard.press('Escape');
  const resend = await invitations.act(name, 'Resend');
  await resend.getByRole('button', { name: 'Resend invitation' }).waitFor();
  await show('resend', page);
  await page.keyboard.press('Escape');
  const revoke = await invitations.act(name, 'Revoke');
  await revoke.getByLabel('Reason').waitFor();
  await show('revoke', page);
  await page.keyboard.press('Escape');
  await revoke.waitFor({ state: 'hidden' });
  await invitations.nameOf(name).click();
  await invitations.events.first().waitFor();
  await show('invitation-timeline', page);
}
