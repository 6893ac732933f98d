import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { adminAuth, put } from '../support/admin.ts';
import { invitation } from '../support/factories.ts';
import { CHOSEN_PASSWORD, mailedSecret, newStarter } from '../support/invited.ts';
import { actionLinkIn, newRecoveryMail } from '../support/mailbox.ts';
import { newGuardedAccount } from '../support/newGuardedAccount.ts';
import { acceptPage } from '../support/pages/acceptPage.ts';
import { authActionPage } from '../support/pages/authActionPage.ts';
import { signInPage } from '../support/pages/signInPage.ts';
import { tenantPages } from '../support/pages/tenantPages.ts';
import { newAddress, newPerson } from '../support/people.ts';
import { newNorthwind, type Tour } from './stage.ts';

const NOAH = { firstName: 'Noah', lastName: 'Berg', customMessage: 'We look forward to having you with us.' };

/** The invitations of accounts that are not simple: unproven, without a password, with powers, unwanted. */
export const accountsFromBefore: Tour = async (open, show) => {
  const northwind = await newNorthwind();
  const { id, admin } = northwind;
  const mailedLink = async (email: string, passwordless = false) => {
    const request = invitation(id, { ...NOAH, email, sendPasswordReset: !passwordless });
    const { uid } = await admin.call('inviteUser', request);
    return `/invite#${await mailedSecret(id, uid)}`;
  };
  const tab = await open({ device: 'phone' });
  const { page } = tab;
  const accept = acceptPage(page);

  const noah = newAddress('noah');
  await page.goto(await mailedLink(noah, true));
  await page.getByText('No password needed').waitFor();
  await show('accept-without-password', page);
  await accept.noThanks.click();
  await accept.decline.waitFor();
  await show('accept-decline', page);
  await accept.email.fill(noah);
  await accept.decline.click();
  await accept.dead('You declined this invitation').waitFor();
  await show('accept-declined', page);

  const unproven = await newPerson({ name: 'una', emailVerified: false });
  await page.goto(await mailedLink(unproven.email));
  await accept.choosePassword('a-new-long-password');
  await accept.reclaim.waitFor();
  await show('accept-reclaim', page);

  const powerful = await newPerson({ name: 'petra', emailVerified: false });
  const link = await mailedLink(powerful.email);
  await put(documentKeys.staff(powerful.uid), { active: true, name: 'Petra' });
  await page.goto(link);
  await page.getByText('This account must be checked first').waitFor();
  await show('accept-admin-needed', page);

  const starter = await newStarter(northwind);
  const other = await newNorthwind();
  const { uid } = await other.admin.call('inviteUser', invitation(other.id, { email: starter.email }));
  await page.goto(`/invite#${await mailedSecret(other.id, uid)}`);
  tab.allow(/status of 400 .*\/acceptInvite/);
  await signInPage(page).signIn(starter.email, CHOSEN_PASSWORD);
  await accept.join(other.name).click();
  await page.getByRole('heading', { name: 'Confirm your email address to join' }).waitFor();
  await show('accept-prove-address', page);
};

/** What mails about an account lead to, and the second step of a sign-in. */
export const aboutAccounts: Tour = async (open, show) => {
  const tab = await open({ device: 'phone' });
  const { page } = tab;
  const action = authActionPage(page);
  const openCode = async (link: string) => {
    const { searchParams } = new URL(link);
    const query = new URLSearchParams({
      mode: searchParams.get('mode')!,
      oobCode: searchParams.get('oobCode')!,
    });
    await page.goto(`/auth/action?${query.toString()}`);
  };
  const una = await newPerson({ name: 'una', emailVerified: false });

  await page.goto('/forgot-password');
  await action.mailMe.waitFor();
  await show('forgot-password', page);
  await action.email.fill(newAddress('nobody'));
  await action.mailMe.click();
  await action.sent.waitFor();
  await show('forgot-password-sent', page);

  await openCode(await adminAuth.generatePasswordResetLink(una.email));
  await action.password.waitFor();
  await show('new-password', page);
  await showSignInLink(open, show);
  await openCode(await adminAuth.generateVerifyAndChangeEmailLink(una.email, newAddress('una')));
  await action.heading('Use your new email address?').waitFor();
  await show('new-address', page);
  tab.allow(/status of 400 .*accounts:resetPassword/);
  await page.goto('/auth/action?mode=resetPassword&oobCode=used');
  await action.heading('This link has expired or was already used').waitFor();
  await show('link-used', page);
  await page.goto('/auth/action');
  await action.heading('Open the link in your email').waitFor();
  await show('link-missing', page);

  await openCode(await adminAuth.generateEmailVerificationLink(una.email));
  await action.heading('Sign in to confirm your email address').waitFor();
  await show('verify-sign-in', page);
  await signInPage(page).signIn(una.email);
  await action.heading('Confirm your email address').waitFor();
  await show('verify', page);
  const starter = await newStarter(await newNorthwind());
  await openCode(await adminAuth.generateEmailVerificationLink(starter.email));
  await action.heading('This link is for another account').waitFor();
  await show('verify-switch-account', page);
  await page.getByRole('button', { name: 'Switch account' }).click();
  await signInPage(page).signIn(starter.email, CHOSEN_PASSWORD);
  await action.heading('Choose a new password first').waitFor();
  await show('verify-handed-over', page);

  await showSecondStep(open, show);
};

/** Our own link that signs in: in another browser than the one that asked, in that one, and used. */
const showSignInLink: Tour = async (open, show) => {
  const { email } = await newPerson({ name: 'otto' });
  const asking = await open({ device: 'phone' });
  asking.allow(/status of 404 .*\/redeemSignInLink/);
  await asking.page.goto('/sign-in');
  await signInPage(asking.page).email.fill(email);
  await signInPage(asking.page).mailLink.click();
  const link = actionLinkIn(await newRecoveryMail(email, 'sign-in'));

  const other = await open({ device: 'phone' });
  other.allow(/status of 400 .*\/redeemSignInLink/);
  await other.page.goto(link);
  await authActionPage(other.page).heading('Sign in with this link').waitFor();
  await show('sign-in-by-link', other.page);
  await signInPage(other.page).email.fill(newAddress('finder'));
  await signInPage(other.page).submit.click();
  await other.page.getByText('This link was sent to another email address.').waitFor();
  await show('sign-in-by-link-other-address', other.page);

  await asking.page.goto(link);
  await asking.page.getByText('We sent the link to this email address.').waitFor();
  await show('sign-in-by-link-remembered', asking.page);
  await signInPage(other.page).email.fill(email);
  await signInPage(other.page).submit.click();
  await tenantPages(other.page).noTenantHeading.waitFor();
  await signInPage(asking.page).submit.click();
  await authActionPage(asking.page).heading('This link has expired or was already used').waitFor();
  await show('sign-in-by-link-used', asking.page);
};

const showSecondStep: Tour = async (open, show) => {
  const { email } = await newGuardedAccount();
  const tab = await open({ device: 'phone' });
  tab.allow(/status of 501 .*recaptchaConfig/);
  const signIn = signInPage(tab.page);
  await tab.page.goto('/sign-in');
  await signIn.signIn(email);
  await signIn.secondStep.waitFor();
  await show('second-step', tab.page);
  await signIn.sendCode.click();
  await signIn.code.waitFor();
  await show('second-step-code', tab.page);
};
