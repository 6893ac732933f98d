import { test } from 'vitest';
import { demoPerson } from '../../emulators/demo/demoPeople.ts';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { adminAuth, adminFirestore } from '../support/admin.ts';
import { useBrowser } from '../support/browser.ts';
import { linkIn, waitForMails } from '../support/mailbox.ts';
import { acceptPage } from '../support/pages/acceptPage.ts';
import { invitationsPage } from '../support/pages/invitationsPage.ts';
import { openSignedIn } from '../support/pages/signInPage.ts';
import { takePicture } from './picture.ts';

const openTab = useBrowser();

const ROSA = { email: 'rosa.ibarra@example.com', firstName: 'Rosa', lastName: 'Ibarra' };

/** Two pixels for one: the README is read on good screens too. */
const SHARP = { deviceScaleFactor: 2 };

test('the pictures of the README are in docs/screenshots', async () => {
  await forget(ROSA.email);
  const desktop = await openTab();
  const invitations = invitationsPage(desktop.page);
  await openSignedIn(desktop.page, invitations.path('acme'), demoPerson('adam').email);
  const form = await invitations.openForm('worker');
  await form.fill(ROSA);
  await form.submit.click();
  await form.success('Rosa').waitFor();
  await takePicture(desktop.page, 'docs/screenshots/invite-sent-desktop');
  await form.done.click();
  await form.dialog.waitFor({ state: 'hidden' });

  const mails = await waitForMails(ROSA.email);
  const phone = await openTab({ device: 'phone', ...SHARP });
  await phone.page.goto(linkIn(mails.at(-1)!));
  await acceptPage(phone.page).heading('Acme Staffing').waitFor();
  await takePicture(phone.page, 'docs/screenshots/accept-phone');

  await invitations
    .row(ROSA.email)
    .getByText(/opened/i)
    .waitFor();
  await takePicture(desktop.page, 'docs/screenshots/invitations-desktop');
});

/** The suite may have seen her before: she is new in every picture. */
async function forget(email: string): Promise<void> {
  const { users } = await adminAuth.getUsers([{ email }]);
  for (const { uid } of users) {
    for (const { path } of [
      documentKeys.user(uid),
      documentKeys.member('acme', uid),
      documentKeys.pendingInvite('acme', uid),
    ]) {
      await adminFirestore.doc(path).delete();
    }
    await adminAuth.deleteUser(uid);
  }
}
