/** Everything that use cases depend on, built once for each process. The composition root: nothing below knows it. */
import { setTimeout } from 'node:timers/promises';
import type { Firestore } from 'firebase-admin/firestore';
import { claimsWriter } from './claims/claims.auth.ts';
import { claimsStore } from './claims/claims.firestore.ts';
import { projectClaims } from './claims/projectClaims.ts';
import type { ProjectorDeps } from './claims/projection.ts';
import { syncQueue } from './claims/syncQueue.ts';
import { unsyncedUsers } from './claims/unsyncedUsers.firestore.ts';
import { dueInvitations } from './invites/dueInvitations.firestore.ts';
import { timelines } from './invites/timelines.firestore.ts';
import { unusedUsers } from './invites/unusedUsers.firestore.ts';
import { invitesJobs } from './invites/manage/many/invitesJobs.ts';
import { openInvitations } from './invites/openInvitations.firestore.ts';
import { revokeLostInvitations } from './invites/end/revokeLostInvitations.ts';
import { inviteStore } from './invites/invites.firestore.ts';
import { parseLinkKeys } from './platform/linkKeys.ts';
import { recoveryMail } from './accounts/recovery/recoveryMail.ts';
import { reminderMail } from './invites/remind/reminderMail.ts';
import { invitationMail } from './invites/send/invitationMail.ts';
import { newestInvitation } from './invites/send/newestInvitation.ts';
import { accountNotice } from './notices/accountNotice.ts';
import { dueDigests } from './notices/dueDigests.firestore.ts';
import { inviterNotice } from './notices/inviterNotice.ts';
import { noticeDigest } from './notices/noticeDigest.ts';
import { NOTICE_DIGEST } from './notices/sendDueDigests.ts';
import { ACCOUNT_NOTICE, INVITER_NOTICE } from './notices/writeNotice.ts';
import { outboxStore } from './outbox/outbox.firestore.ts';
import type { OutboxKinds } from './outbox/outboxKind.ts';
import { outboxQueue } from './outbox/outboxQueue.ts';
import { smtpSender } from './outbox/smtp.ts';
import { jobQueue } from './jobs/jobQueue.ts';
import { jobStore } from './jobs/jobs.firestore.ts';
import { memberStore } from './members/members.firestore.ts';
import { accountStore } from './accounts/accounts.auth.ts';
import { systemClock } from './platform/clock.ts';
import { auth, firestore } from './platform/firebase.ts';
import { log } from './platform/log.ts';
import { FRONTEND_URL, FUNCTIONS_URL, INVITE_LINK_KEY, MAIL_FROM, SMTP_URI } from './platform/params.ts';
import { systemRandom } from './platform/random.ts';
import { versionedRead } from './platform/versionedRead.ts';
import { reads, transactions } from './platform/transaction.ts';
import type { InviteDeps } from './invites/inviteDeps.ts';
import type { SweepDeps } from './sweep/sweepInvites.ts';

export type Deps = ProjectorDeps & SweepDeps;

let deps: Deps | undefined;

/** @returns the dependencies of this process. Lazily, so that no parameter is read while functions are discovered. */
export function getDeps(): Deps {
  deps ??= composeDeps({
    db: firestore(),
    clock: systemClock,
    random: systemRandom,
    log,
    sleep: (milliseconds) => setTimeout(milliseconds),
    accounts: accountStore(auth()),
    setClaims: claimsWriter(auth()),
    syncQueue,
    outboxQueue,
    jobQueue,
    sendMail: smtpSender({ uri: () => SMTP_URI.value(), from: () => MAIL_FROM.value() }),
    linkKeys: () => parseLinkKeys(INVITE_LINK_KEY.value()),
    frontendUrl: () => FRONTEND_URL.value(),
    functionsUrl: () => FUNCTIONS_URL.value(),
  });
  return deps;
}

/** What is not ours: tests bring their own of each. */
export type Outside = { db: Firestore } & Pick<ProjectorDeps, 'sleep' | 'setClaims' | 'syncQueue'> &
  Pick<
    SweepDeps,
    | 'clock'
    | 'random'
    | 'log'
    | 'accounts'
    | 'outboxQueue'
    | 'jobQueue'
    | 'sendMail'
    | 'linkKeys'
    | 'frontendUrl'
    | 'functionsUrl'
  >;

/** @returns all use cases' dependencies, over what is not ours. */
export function composeDeps({ db, ...outside }: Outside): Deps {
  const transact = transactions(db);
  const projector: ProjectorDeps = {
    ...outside,
    claimsStore: claimsStore(transact, reads(db), versionedRead(db)),
  };
  const features: InviteDeps = {
    ...outside,
    transact,
    reads: reads(db),
    invites: inviteStore(db),
    openInvitations: openInvitations(db),
    dueInvitations: dueInvitations(db),
    timelines: timelines(db),
    unusedUsers: unusedUsers(db),
    listDueDigests: dueDigests(db),
    members: memberStore(db),
    projectClaims: (uid, options) => projectClaims(projector, uid, options),
  };
  return {
    ...outside,
    ...projector,
    ...features,
    listUnsynced: unsyncedUsers(db),
    jobStore: jobStore(db),
    jobKinds: { 'revoke-lost-invitations': revokeLostInvitations(features), ...invitesJobs(features) },
    outboxKinds: outboxKinds(features),
    outboxStore: outboxStore(db),
  };
}

/** Everything that leaves the house, by the name that its documents in the outbox say. */
function outboxKinds(deps: InviteDeps): OutboxKinds {
  return {
    invitation: invitationMail(deps),
    reminder: reminderMail(deps),
    [INVITER_NOTICE]: inviterNotice(deps),
    [NOTICE_DIGEST]: noticeDigest(deps),
    [ACCOUNT_NOTICE]: accountNotice(deps),
    recovery: recoveryMail({ ...deps, findNewestInvitation: newestInvitation(deps.invites) }),
  };
}
