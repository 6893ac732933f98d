/** What delivering the mail of an invitation takes and needs: types alone. */
import type { PendingInviteDocument } from '../contract/documents.ts';
import type { LinkKeys, LinkSeed } from '../links/inviteSecret.ts';
import type { Clock } from '../platform/clock.ts';
import type { log } from '../platform/log.ts';

/** The payload of the task `deliverMail`: ids alone. */
export interface MailTask {
  tenantId: string;
  uid: string;
  inviteId: string;
  generation: number;
}

/** Whose account the mail is about, since the mail says another thing to each. */
export type AccountWords = 'new' | 'existing' | 'disabled';

/** All that one mail is made of. */
export interface Delivery {
  invite: Pick<
    PendingInviteDocument,
    | 'email'
    | 'tenantName'
    | 'inviterName'
    | 'inviterIsHrx'
    | 'firstName'
    | 'role'
    | 'message'
    | 'inviteId'
    | 'generation'
  > & { expiresAt: Date };
  brandColor: string | null;
  seed: LinkSeed;
  /** Nobody has begun to use the account, and we made it. */
  accountIsNew: boolean;
  /** `mail.sends`: which of the invitation's mails this is. */
  send: number;
}

export type Claim =
  /** Answered, ended, replaced or sent: nothing is to be delivered. */
  | { kind: 'nothing'; reason: string }
  /** Another run of a task is at it. */
  | { kind: 'busy' }
  /** The address had its share of mails for the day. */
  | { kind: 'held' }
  | { kind: 'claimed'; delivery: Delivery };

export type Outcome =
  | { state: 'sent' }
  /** Tried in vain: `queued` where it is tried again. */
  | { state: 'queued' | 'failed'; error: string };

/** The outbox: the invitation's own `mail`, and what it is made of. */
export interface MailStore {
  /** In one transaction: may this be sent, does nobody else send it, is there room under the caps of its address. */
  claimDelivery(task: MailTask, now: Date): Promise<Claim>;
  /** Records how it went. Does nothing where a newer mail was asked for meanwhile. */
  recordDelivery(task: MailTask, send: number, outcome: Outcome, now: Date): Promise<void>;
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

export type SmtpAnswer =
  | { taken: true }
  /** `permanent`: the server will never take it. */
  | { taken: false; permanent: boolean; words: string };

export interface Mailer {
  /** Never throws for what a server says or does not say. */
  send(mail: OutgoingMail): Promise<SmtpAnswer>;
}

export interface MailQueue {
  /** Has `deliverMail` send it. The same invitation, generation and send twice is one task. */
  enqueueMail(task: MailTask, send: number): Promise<void>;
}

/** The part of `Deps` that `deliverMail` uses. */
export interface DeliveryDeps {
  clock: Clock;
  log: typeof log;
  mailStore: MailStore;
  mailer: Mailer;
  /** @returns whether the account is disabled in Firebase Auth; false where it is gone. */
  isAccountDisabled(uid: string): Promise<boolean>;
  linkKeys(): LinkKeys;
  frontendUrl(): string;
}
