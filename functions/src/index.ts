/** The deploy list: every function of the product by its deployed name, with the use case that it runs, and nothing else. */
import { redeemSignInLink as redeemSignIn } from './accounts/recovery/redeemSignInLink.ts';
import { requestRecovery } from './accounts/recovery/requestRecovery.ts';
import { setMyNotices as setNotices } from './accounts/setMyNotices.ts';
import { setNewPassword as setPassword } from './accounts/recovery/setNewPassword.ts';
import { syncClaims as sync, syncTaskSchema } from './claims/syncClaims.ts';
import { SYNC_RETRY } from './claims/syncRetry.ts';
import { page, publicCallable, schedule, selfCallable, task, tenantCallable } from './deploy.ts';
import { acceptInvite as accept } from './invites/answer/acceptInvite.ts';
import { declineInvite as decline } from './invites/answer/declineInvite.ts';
import { getInvite as get } from './invites/answer/getInvite.ts';
import { redeemInvite as redeem } from './invites/answer/redeemInvite.ts';
import { createInviteLink as createLink } from './invites/links/createInviteLink.ts';
import { correctInvite as correct } from './invites/manage/correctInvite.ts';
import { startInvitesJob as startInvites } from './invites/manage/many/startInvitesJob.ts';
import { resendInvite as resend } from './invites/manage/resendInvite.ts';
import { revokeInvite as revoke } from './invites/manage/revokeInvite.ts';
import { updateInvite as update } from './invites/manage/updateInvite.ts';
import { inviteUser as invite } from './invites/send/inviteUser.ts';
import { requestFreshLink as freshLink } from './invites/renew/requestFreshLink.ts';
import { sendInviteMail as sendMail } from './invites/send/sendInviteMail.ts';
import { setTenantRole as setRole } from './members/setTenantRole.ts';
import { JOB_RETRY, jobTaskSchema, runJobPage as runPage } from './jobs/runJobPage.ts';
import { deliverOutbox as deliver, outboxTaskSchema } from './outbox/deliverOutbox.ts';
import { OUTBOX_RETRY } from './outbox/outboxTimes.ts';
import { INVITE_LINK_KEY, SMTP_URI } from './platform/params.ts';
import { unsubscribe as stopReminders } from './invites/remind/unsubscribe.ts';
import { remindInvitees as remind } from './sweep/remindInvitees.ts';
import { receiveReports } from './reports/receiveReports.ts';
import { sweepInvites as sweep } from './sweep/sweepInvites.ts';
import { retryJob as retry } from './tenants/jobs/retryJob.ts';
import { setJobState as setJob } from './tenants/jobs/setJobState.ts';
import { updateTenantSettings as updateSettings } from './tenants/updateTenantSettings.ts';

const links = { secrets: [INVITE_LINK_KEY] };
const mail = { ...OUTBOX_RETRY, secrets: [INVITE_LINK_KEY, SMTP_URI] };

export const inviteUser = tenantCallable('inviteUser', invite, links);
export const createInviteLink = tenantCallable('createInviteLink', createLink, links);
export const resendInvite = tenantCallable('resendInvite', resend, links);
export const revokeInvite = tenantCallable('revokeInvite', revoke);
export const updateInvite = tenantCallable('updateInvite', update, links);
export const correctInvite = tenantCallable('correctInvite', correct, links);
export const startInvitesJob = tenantCallable('startInvitesJob', startInvites);
export const setTenantRole = tenantCallable('setTenantRole', setRole);
export const updateTenantSettings = tenantCallable('updateTenantSettings', updateSettings);
export const setJobState = tenantCallable('setJobState', setJob);
export const retryJob = tenantCallable('retryJob', retry);

export const acceptInvite = selfCallable('acceptInvite', accept);
export const setMyNotices = selfCallable('setMyNotices', setNotices);

export const getInvite = publicCallable('getInvite', get);
export const redeemInvite = publicCallable('redeemInvite', (deps, _caller, request) => redeem(deps, request));
export const sendInviteMail = publicCallable('sendInviteMail', (deps, _caller, request, network) =>
  sendMail(deps, request, network),
);
export const requestFreshLink = publicCallable(
  'requestFreshLink',
  (deps, _caller, request, network) => freshLink(deps, request, network),
  links,
);
export const declineInvite = publicCallable('declineInvite', decline);
export const requestPasswordReset = publicCallable(
  'requestPasswordReset',
  (deps, _caller, { email }, network) => requestRecovery(deps, { email, wants: 'password' }, network),
);
export const requestSignInLink = publicCallable('requestSignInLink', (deps, _caller, { email }, network) =>
  requestRecovery(deps, { email, wants: 'sign-in' }, network),
);
export const setNewPassword = publicCallable('setNewPassword', (deps, _caller, request) =>
  setPassword(deps, request),
);
export const redeemSignInLink = publicCallable('redeemSignInLink', (deps, _caller, request) =>
  redeemSignIn(deps, request),
);

export const syncClaims = task('syncClaims', syncTaskSchema, sync, SYNC_RETRY);
export const runJobPage = task('runJobPage', jobTaskSchema, runPage, { ...JOB_RETRY, ...links });
export const deliverOutbox = task('deliverOutbox', outboxTaskSchema, deliver, mail);

export const sweepInvites = schedule('sweepInvites', sweep, {
  schedule: 'every 5 minutes',
  timeoutSeconds: 540,
  ...links,
});
export const remindInvitees = schedule('remindInvitees', remind, {
  schedule: 'every 15 minutes',
  timeoutSeconds: 540,
});

export const unsubscribe = page('unsubscribe', stopReminders);
export const policyReports = page('policyReports', receiveReports);
