import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { patch } from '../support/admin.ts';
import { invitation } from '../support/factories.ts';
import { linkIn, waitForMails } from '../support/mailbox.ts';
import { acceptPage } from '../support/pages/acceptPage.ts';
import { myInvitationsPage } from '../support/pages/myInvitationsPage.ts';
import { openSignedIn, signInPage } from '../support/pages/signInPage.ts';
import { newPerson, PASSWORD, type Person } from '../support/people.ts';
import { newNorthwind, type Tour } from './stage.ts';

const NOAH = { firstName: 'Noah', lastName: 'Berg', customMessage: 'We look forward to having you with us.' };

/** The first way in, by each kind of link, until the links are dead. */
export const beginning: Tour = async (open, show) => {
  const { id, name, admin } = await newNorthwind();
  const { email, ...noah } = invitation(id, NOAH);
  const { uid, inviteLink } = await admin.call('inviteUser', { ...noah, email });
  const [mail] = await waitForMails(email);
  const tab = await open({ device: 'phone' });
  const { page } = tab;
  const accept = acceptPage(page);

  await page.goto('/invite');
  await accept.dead('Open the link in your invitation email').waitFor();
  await show('accept-without-link', page);
  await page.goto(linkIn(mail!));
  await accept.heading(name).waitFor();
  await show('accept', page);
  await accept.choosePassword('short');
  await show('accept-weak-password', page);
  await page.goto(inviteLink);
  await accept.email.waitFor();
  await accept.choosePassword('a-new-long-password', 'somebody.else@people.example');
  await show('accept-handed-over-wrong-address', page);

  const { inviteLink: newer } = await admin.call('createInviteLink', { tenantId: id, uid, fresh: true });
  await page.goto('about:blank');
  await page.goto(inviteLink);
  await accept.dead('There is a newer link').waitFor();
  await show('accept-replaced', page);
  await page.goto(newer);
  await accept.choosePassword('a-new-long-password', email);
  await page.waitForURL(`**/t/${id}`);
  await page.getByRole('status').filter({ hasText: "You're in" }).waitFor();
  await show('joined', page);
  await page.goto(newer);
  await accept.dead('This invitation was already accepted').waitFor();
  await show('accept-used', page);

  const late = invitation(id, NOAH);
  const answer = await admin.call('inviteUser', late);
  const past = { expiresAt: new Date(Date.now() - 3600_000) };
  await patch(documentKeys.pendingInvite(id, answer.uid), past);
  await page.goto(answer.inviteLink);
  await accept.dead('This invitation has expired').waitFor();
  await show('accept-expired', page);
  tab.allow(/status of 404 .*\/getInvite/);
  await page.goto(`/invite#${'0'.repeat(64)}`);
  await accept.dead('This link is not valid').waitFor();
  await show('accept-not-valid', page);
};

/** The ways in for those who have an account. */
export const returning: Tour = async (open, show) => {
  const { id, name, admin } = await newNorthwind();
  const invite = (person: Person) =>
    admin.call('inviteUser', invitation(id, { ...NOAH, email: person.email }));
  const [proven, unproven, other] = await Promise.all([
    newPerson({ name: 'noah' }),
    newPerson({ name: 'una', emailVerified: false }),
    newPerson({ name: 'olga' }),
  ]);
  const { page } = await open({ device: 'phone' });
  const accept = acceptPage(page);

  await page.goto((await invite(unproven)).inviteLink);
  await accept.mailLink.waitFor();
  await show('accept-check-mail', page);
  await accept.mailLink.click();
  await page.getByRole('status').filter({ hasText: 'We sent the link' }).waitFor();
  await show('accept-mail-sent', page);

  const { inviteLink } = await invite(proven);
  await page.goto(inviteLink);
  await signInPage(page).submit.waitFor();
  await show('accept-sign-in', page);
  const { page: withoutPassword } = await open({ device: 'phone' });
  await withoutPassword.goto(inviteLink);
  await signInPage(withoutPassword).email.fill(proven.email);
  await signInPage(withoutPassword).mailLink.click();
  await signInPage(withoutPassword).mailed.waitFor();
  await show('accept-sign-in-link-mailed', withoutPassword);
  await signInPage(page).signIn(proven.email, PASSWORD);
  await accept.join(name).waitFor();
  await show('accept-confirm', page);

  const { page: otherPage } = await open({ device: 'phone' });
  await openSignedIn(otherPage, '/my-invitations', other.email);
  await myInvitationsPage(otherPage).nothing.waitFor();
  await show('my-invitations-none', otherPage);
  await otherPage.goto(inviteLink);
  await acceptPage(otherPage).switchAccount.waitFor();
  await show('accept-switch-account', otherPage);

  await page.goto('/my-invitations');
  await myInvitationsPage(page).invitation(name).waitFor();
  await show('my-invitations', page);
  const { page: unprovenPage } = await open({ device: 'phone' });
  await openSignedIn(unprovenPage, '/my-invitations', unproven.email);
  await unprovenPage
    .getByRole('heading', { name: 'Confirm your email address to see invitations' })
    .waitFor();
  await show('my-invitations-not-proven', unprovenPage);
};
