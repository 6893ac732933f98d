/** What delivering the mail of an invitation takes and needs: types alone. */
import type { PendingInviteDocument, UserDocument } from '../contract/documents.ts';
import type { LinkSeed } from '../invites/links/inviteSecret.ts';
import type { LinkKeys } from '../platform/linkKeys.ts';
import type { Clock } from '../platform/clock.ts';
import type { log } from '../platform/log.ts';
import type { AccountStore } from '../accounts/accounts.auth.ts';

/** The payload of the task `deliverMail`: ids alone. */
export interface MailTask {
  tenantId: string;
  uid: string;
  inviteId: string;
  generation: number;
}

/** The payload of the task `deliverReset`: who wants back in, and what makes this mail differ from every other. */
export interface RecoveryTask {
  uid: string;
  nonce: string;
  wants: RecoveryWish;
}

/** What somebody asked for who wants back in. */
export type RecoveryWish = 'password' | 'sign-in';

/** All that one mail is made of. */
export interface Delivery {
  invite: PendingInviteDocument;
  brandColor: string | null;
  seed: LinkSeed;
  /** What is known of the account; undefined where nothing is. */
  user: UserDocument | undefined;
}

export type Claim =
  /** Answered, ended, replaced or sent: nothing is to be delivered. */
  | { kind: 'nothing'; reason: string }
  /** Another run of a task is at it. */
  | { kind: 'busy' }
  /** The address had its share of mails for the day. */
  | { kind: 'held' }
  | { kind: 'claimed'; delivery: Delivery };

/** How a try went: `queued` where it is tried again. */
export type Outcome = { state: 'sent' } | { state: 'queued' | 'failed'; error: string };

/** The outbox: the invitation's own `mail`, and what it is made of. */
export interface MailStore {
  /** In one transaction: may this be sent, does nobody else send it, is there room under the caps of its address. */
  claimDelivery(task: MailTask, now: Date): Promise<Claim>;
  /** Records how it went. Does nothing where a newer mail was asked for meanwhile. */
  recordDelivery(invite: PendingInviteDocument, outcome: Outcome, now: Date): Promise<void>;
}

export interface OutgoingMail {
  /** Exactly one address. */
  to: string;
  subject: string;
  html: string;
  text: string;
  /** The same for each try of the same mail, so that mailboxes can tell a repetition. */
  messageKey: string;
}

/** What the mail server says: taken, or not in its own words. `permanent`: it never will. */
export type SmtpAnswer = { taken: true } | { taken: false; permanent: boolean; words: string };

/**
 * Sends one mail.
 * @throws where it cannot even be tried: a setting is wrong.
 */
export type SendMail = (mail: OutgoingMail) => Promise<SmtpAnswer>;

export interface MailQueue {
  /** Has `deliverMail` send it. The same invitation, generation and send twice is one task. */
  enqueueMail(task: MailTask, send: number): Promise<void>;
  /** Has `deliverReset` see what this account needs for it, and mail that. */
  enqueueRecovery(task: RecoveryTask): Promise<void>;
}

/** The part of `Deps` that `deliverMail` uses. */
export interface DeliveryDeps {
  clock: Clock;
  log: typeof log;
  accounts: Pick<AccountStore, 'findByUid'>;
  mailStore: MailStore;
  sendMail: SendMail;
  linkKeys(): LinkKeys;
  frontendUrl(): string;
}
