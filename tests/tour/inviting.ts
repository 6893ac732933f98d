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
  const edit = await invitations.act(name, 'Edit');
  await edit.getByLabel('Last name').fill('Bergmann');
  await edit.getByText('Last name: Berg → Bergmann').waitFor();
  await show('edit-invitation', page);
  await page.keyboard.press('Escape');
  const correct = await invitations.act(name, 'Correct address');
  await correct.getByLabel('Email').fill('noah.berg@example.com');
  await show('correct-address', page);
  await page.keyboard.press('Escape');
  const revoke = await invitations.act(name, 'Revoke');
  await revoke.getByLabel('Reason').waitFor();
  await show('revoke', page);
  await page.keyboard.press('Escape');
  await revoke.waitFor({ state: 'hidden' });
  await invitations.nameOf(name).click();
  await invitations.events.first().waitFor();
  await show('invitation-timeline', page);
  await page.keyboard.press('Escape');
  await invitations.drawer.waitFor({ state: 'hidden' });
  await workingOnMany(page, show);
}

async function workingOnMany(page: Page, show: Show): Promise<void> {
  await page.getByRole('checkbox', { name: 'Select Noah Berg' }).check();
  const selected = page.getByRole('group', { name: 'Selected invitations' });
  await show('selection', page);
  await selected.getByRole('button', { name: 'Extend' }).click();
  const ask = page.getByRole('dialog', { name: 'Extend invitations' });
  await ask.getByLabel('Expire in').waitFor();
  await show('extend-many', page);
  await ask.getByRole('button', { name: 'Extend 1 invitation' }).click();
  const work = page.getByRole('dialog', { name: 'Work on many invitations' });
  await work.getByText('Finished. 1 of 1 done').waitFor();
  await show('work-on-many', page);
}
