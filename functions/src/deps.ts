/** Everything that use cases depend on, built once for each process. The only file of platform/ that knows features. */
import { setTimeout } from 'node:timers/promises';
import { claimsWriter } from './claims/claims.auth.ts';
import { claimsStore } from './claims/claims.firestore.ts';
import { projectClaims } from './claims/projectClaims.ts';
import type { Projection, ProjectOptions, ProjectorDeps } from './claims/projection.ts';
import { syncQueue } from './claims/syncQueue.ts';
import { otherInvitations, type OtherInvitations } from './invites/otherInvitations.firestore.ts';
import { parseLinkKeys, type LinkKeys } from './invites/links/inviteSecret.ts';
import type { DeliveryDeps, MailQueue } from './outbox/delivery.ts';
import { mailStore } from './outbox/mail.firestore.ts';
import { mailQueue } from './outbox/mailQueue.ts';
import { smtpSender } from './outbox/smtp.ts';
import { memberStore, type MemberStore } from './members/members.firestore.ts';
import { accountStore, type AccountStore } from './accounts/accounts.auth.ts';
import { systemClock, type Clock } from './platform/clock.ts';
import { auth, firestore } from './platform/firebase.ts';
import { log } from './platform/log.ts';
import { FRONTEND_URL, INVITE_LINK_KEY, MAIL_FROM, SMTP_URI } from './platform/params.ts';
import { systemRandom, type Random } from './platform/random.ts';
import { seeing } from './platform/optimisticRead.ts';
import { reads, transactions, type Reads, type Transact } from './platform/transaction.ts';

export interface Deps extends ProjectorDeps, DeliveryDeps {
  clock: Clock;
  random: Random;
  log: typeof log;
  transact: Transact;
  reads: Reads;
  accounts: AccountStore;
  otherInvitations: OtherInvitations;
  members: MemberStore;
  linkKeys(): LinkKeys;
  frontendUrl(): string;
  projectClaims(uid: string, options: ProjectOptions): Promise<Projection>;
  mailQueue: MailQueue;
}

let deps: Deps | undefined;

/** @returns the dependencies of this process. Lazily, so that no parameter is read while functions are discovered. */
export function getDeps(): Deps {
  deps ??= buildDeps();
  return deps;
}

function buildDeps(): Deps {
  const db = firestore();
  const transact = transactions(db);
  const projector: ProjectorDeps = {
    clock: systemClock,
    log,
    sleep: (milliseconds) => setTimeout(milliseconds),
    claimsStore: claimsStore(transact, reads(db), seeing(db)),
    accounts: accountStore(auth()),
    setClaims: claimsWriter(auth()),
    syncQueue,
  };
  return {
    ...projector,
    random: systemRandom,
    transact,
    reads: reads(db),
    accounts: accountStore(auth()),
    otherInvitations: otherInvitations(db),
    members: memberStore(db),
    linkKeys: () => parseLinkKeys(INVITE_LINK_KEY.value()),
    frontendUrl: () => FRONTEND_URL.value(),
    projectClaims: (uid, options) => projectClaims(projector, uid, options),
    mailQueue,
    mailStore: mailStore(transact),
    sendMail: smtpSender({ uri: () => SMTP_URI.value(), from: () => MAIL_FROM.value() }),
  };
}
