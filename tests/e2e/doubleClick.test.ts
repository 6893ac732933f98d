import { expect, test } from 'vitest';
import { paths } from '../../functions/src/contract/paths.ts';
import { adminFirestore } from '../support/admin.ts';
import { useBrowser } from '../support/browser.ts';
import { invitation, newTenant } from '../support/factories.ts';
import { linkIn, mailsTo, waitForMails } from '../support/mailbox.ts';
import { acceptPage } from '../support/pages/acceptPage.ts';
import { invitationsPage } from '../support/pages/invitationsPage.ts';
import { openSignedIn } from '../support/pages/signInPage.ts';
import { newAddress } from '../support/people.ts';

const openTab = useBrowser();

test('two clicks on the button invite once', async () => {
  const tenant = await newTenant();
  const email = newAddress('dora');
  const { page } = await openTab();
  await openSignedIn(page, `/t/${tenant.id}/invitations`, tenant.admin.email);
  const form = await invitationsPage(page).openForm('general');
  await form.fill({ email, firstName: 'Dora', lastName: 'Double' });
  await form.submit.dblclick();
  await form.success('Dora').waitFor();
  expect(await form.problem.count()).toBe(0);

  const invites = await adminFirestore.collection(paths.pendingInvites(tenant.id)).get();
  expect(invites.docs.map((invite) => invite.get('email') as unknown)).toEqual([email]);
  const audit = await adminFirestore.collection(paths.audit(tenant.id)).get();
  expect(audit.docs.map((entry) => entry.get('action') as unknown)).toEqual(['invite.created']);
  await waitForMails(email);
  expect(await mailsTo(email)).toHaveLength(1);
});

test('two clicks on "Set password and join" join once [ANSWER-05]', async () => {
  const tenant = await newTenant();
  const request = invitation(tenant.id);
  await tenant.admin.call('inviteUser', request);
  const [mail] = await waitForMails(request.email);
  const { page } = await openTab({ device: 'phone' });
  await page.goto(linkIn(mail!));
  const accept = acceptPage(page);
  await accept.password.fill('a-new-long-password');
  await accept.setPassword.dblclick();
  await page.waitForURL(`**/t/${tenant.id}`);

  const audit = await adminFirestore.collection(paths.audit(tenant.id)).get();
  const actions = audit.docs.map((entry) => entry.get('action') as unknown);
  expect(actions.sort()).toEqual(['invite.accepted', 'invite.created']);
});
