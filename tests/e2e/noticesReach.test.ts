import { expect, test } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { get, patch } from '../support/admin.ts';
import { useBrowser } from '../support/browser.ts';
import { invitation, newTenant } from '../support/factories.ts';
import { invited } from '../support/invited.ts';
import { linkIn, waitForMails } from '../support/mailbox.ts';
import { acceptPage } from '../support/pages/acceptPage.ts';
import { openSignedIn } from '../support/pages/signInPage.ts';
import { runSchedule } from '../support/runSchedule.ts';

const openTab = useBrowser();

test('the inviter is told by email who declined and why [NOTICE-02]', async () => {
  const tenant = await newTenant();
  const request = invitation(tenant.id);
  await tenant.admin.call('inviteUser', request);
  const [mail] = await waitForMails(request.email);
  const { page } = await openTab({ device: 'phone' });
  const accept = acceptPage(page);
  await page.goto(linkIn(mail!));
  await accept.noThanks.click();
  await accept.email.fill(request.email);
  await accept.reason.fill('I have another job by now');
  await accept.decline.click();
  await accept.dead('You declined this invitation').waitFor();

  await runSchedule('sweepInvites');

  const [notice] = await waitForMails(tenant.admin.email, 1, 'Nina New declined your invitation');
  expect(notice!.text).toContain('I have another job by now');
  const { page: inbox } = await openTab({ device: 'phone' });
  await inbox.setContent(notice!.html);
  await inbox.getByRole('heading', { name: 'Nina New declined your invitation' }).waitFor();
  const button = inbox.getByRole('link', { name: 'See the invitation' });
  const { pathname, search } = new URL((await button.getAttribute('href'))!);

  const { page: admin } = await openTab();
  await openSignedIn(admin, `${pathname}${search}`, tenant.admin.email);
  const drawer = admin.getByRole('dialog', { name: 'Invitation' });
  await drawer.getByText('I have another job by now').first().waitFor();
});

test('a reminder arrives, and one click stops them [SWEEP-09]', async () => {
  const tenant = await newTenant();
  const { uid, email } = await invited(tenant);
  const key = documentKeys.pendingInvite(tenant.id, uid);
  await patch(key, { nearEndAt: new Date(Date.now() - 1) });
  await runSchedule('remindInvitees');
  const mails = await waitForMails(email, 2);
  const reminder = mails.find(({ subject }) => subject.startsWith('Reminder: '))!;

  const { page } = await openTab({ device: 'phone' });
  await page.setContent(reminder.html);
  const off = page.getByRole('link', { name: "Don't remind me" });
  await page.goto((await off.getAttribute('href'))!);
  await page.getByRole('heading', { name: 'Stop reminders?' }).waitFor();
  expect(await get(key)).toMatchObject({ remindersOff: false });
  await page.getByRole('button', { name: "Don't remind me" }).click();
  await page.getByRole('heading', { name: 'No more reminders' }).waitFor();
  expect(await get(key)).toMatchObject({ remindersOff: true });
});
