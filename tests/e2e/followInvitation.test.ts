import { expect, test } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { find } from '../support/admin.ts';
import { useBrowser } from '../support/browser.ts';
import { invitation, newTenant } from '../support/factories.ts';
import { expectFocus, tabAndPress, tabAndType } from '../support/keyboard.ts';
import { linkIn, waitForMails } from '../support/mailbox.ts';
import { acceptPage } from '../support/pages/acceptPage.ts';
import { invitationsPage } from '../support/pages/invitationsPage.ts';
import { openSignedIn } from '../support/pages/signInPage.ts';
import { newAddress } from '../support/people.ts';

const openTab = useBrowser();

test('an Admin follows an invitation on its timeline from creation to its end, and undoes each mistake [LIFE-09] [PAGE-03]', async () => {
  const tenant = await newTenant();
  const { page } = await openTab();
  const invitations = invitationsPage(page);
  const { drawer, events } = invitations;
  const happened = (title: string) => events.filter({ hasText: title }).first().waitFor();
  await openSignedIn(page, invitations.path(tenant.id), tenant.admin.email);

  // A letter of the address is wrong.
  const form = await invitations.openForm('worker');
  const [wrong, right] = [newAddress('mia'), newAddress('mia')];
  await form.fill({ email: wrong, firstName: 'Mia', lastName: 'Marsh' });
  await form.submit.click();
  await form.success('Mia').waitFor();
  await form.done.click();
  const correct = await invitations.act('Mia Marsh', 'Correct address');
  await correct.getByLabel('Email').fill(right);
  await correct.getByText(`${wrong} → ${right}`).waitFor();
  await correct.getByRole('button', { name: 'Send to this address' }).click();
  await invitations.row(wrong).getByText('The email address was corrected.').waitFor();
  const row = invitations.row(right);
  await row.getByText('Email sent').waitFor();

  await row.getByRole('link', { name: 'Mia Marsh' }).click();
  await happened('Email address corrected');
  await happened('Email sent');

  // So is the last name, and the role.
  await drawer.getByRole('button', { name: 'Edit' }).click();
  const edit = page.getByRole('dialog', { name: 'Edit: Mia Marsh' });
  await edit.getByLabel('Last name').fill('Marshall');
  await edit.getByText('Last name: Marsh → Marshall').waitFor();
  await edit.getByRole('button', { name: 'Save changes' }).click();
  await happened('Last name: Marsh → Marshall');
  await drawer.getByRole('heading', { name: 'Mia Marshall' }).waitFor();

  // The email is sent once more; then one is told when it can be again.
  await drawer.getByRole('button', { name: 'Resend' }).click();
  const resend = page.getByRole('dialog', { name: 'Resend: Mia Marshall' });
  await resend.getByRole('button', { name: 'Resend invitation' }).click();
  await happened('Resent');
  await resend.waitFor({ state: 'hidden' });
  await drawer.getByRole('button', { name: 'Resend' }).click();
  await resend.getByText(/You can resend it in [45] minutes/).waitFor();
  expect(await resend.getByRole('button', { name: 'Resend invitation' }).isDisabled()).toBe(true);
  await resend.getByRole('button', { name: 'Cancel' }).click();

  // A colleague opens the same by its address.
  const colleague = await openTab();
  await openSignedIn(
    colleague.page,
    new URL(page.url()).pathname + new URL(page.url()).search,
    tenant.admin.email,
  );
  await invitationsPage(colleague.page).events.filter({ hasText: 'Resent' }).waitFor();

  await drawer.getByRole('button', { name: 'Revoke' }).click();
  const revoke = page.getByRole('dialog', { name: 'Revoke: Mia Marshall' });
  await revoke.getByLabel('Reason').fill('She starts in May.');
  await revoke.getByRole('button', { name: 'Revoke invitation' }).click();
  await happened('“She starts in May.”');
  await invitationsPage(colleague.page).events.filter({ hasText: '“She starts in May.”' }).waitFor();

  // It was a mistake.
  await drawer.getByRole('button', { name: 'Invite again' }).click();
  const again = page.getByRole('dialog', { name: 'Invite again: Mia Marshall' });
  await expect.poll(() => again.getByLabel('Email').inputValue()).toBe(right);
  await again.getByRole('button', { name: 'Send invitation' }).click();
  await again.getByRole('heading', { name: 'Mia is invited' }).waitFor();
  await again.getByRole('button', { name: 'Done' }).click();
  await expect.poll(() => events.filter({ hasText: 'Revoked' }).count()).toBe(0);
  await happened('Invited');
  await drawer.getByText('Pending').waitFor();
});

test('a newcomer declines with a reason, and the Admin reads it', async () => {
  const tenant = await newTenant();
  const request = invitation(tenant.id);
  await tenant.admin.call('inviteUser', request);
  const admin = await openTab();
  const invitations = invitationsPage(admin.page);
  await openSignedIn(admin.page, `/t/${tenant.id}/invitations`, tenant.admin.email);
  await invitations.row(request.email).waitFor();

  const [mail] = await waitForMails(request.email);
  const { page } = await openTab({ device: 'phone' });
  await page.goto(linkIn(mail!));
  const accept = acceptPage(page);
  await accept.noThanks.click();
  await accept.reason.fill('I found something else.');
  await page.getByLabel('Your email address').fill(request.email);
  await accept.decline.click();
  await accept.dead('You declined this invitation').waitFor();

  await admin.page.getByRole('status').getByText('Nina New declined the invitation.').waitFor();
  await invitations.tab('Ended 1').click();
  await invitations.row(request.email).getByText('“I found something else.”').waitFor();
  await invitations.nameOf('Nina New').click();
  await invitations.events.filter({ hasText: '“I found something else.”' }).waitFor();
  await invitations.events.filter({ hasText: 'Link opened' }).waitFor();
});

test('by keyboard alone, an Admin revokes an invitation with a reason and reads its timeline', async () => {
  const tenant = await newTenant();
  const request = invitation(tenant.id, { firstName: 'Kim', lastName: 'Keys' });
  const { uid } = await tenant.admin.call('inviteUser', request);
  const { page } = await openTab();
  const { keyboard } = page;
  const invitations = invitationsPage(page);
  await openSignedIn(page, invitations.path(tenant.id), tenant.admin.email);
  await tabAndPress(page, invitations.menuOf('Kim Keys'));
  await expectFocus(page.getByRole('menuitem', { name: 'Resend' }));
  await keyboard.press('End');
  await expectFocus(page.getByRole('menuitem', { name: 'Revoke' }));
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Revoke: Kim Keys' });
  await tabAndType(page, dialog.getByLabel('Reason'), 'A mistake');
  await keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await expectFocus(invitations.menuOf('Kim Keys'));
  expect(await find(documentKeys.pendingInvite(tenant.id, uid))).toMatchObject({
    status: 'revoked',
    revokedReason: 'A mistake',
  });
  const name = invitations.nameOf('Kim Keys');
  await keyboard.press('Shift+Tab');
  await expectFocus(name);
  await keyboard.press('Enter');
  await invitations.events.filter({ hasText: '“A mistake”' }).waitFor();
  await keyboard.press('Escape');
  await expectFocus(name);
});
