/** The Firestore documents that nobody but the server reads. No zod here. */
import type { Instant } from './documents.ts';
import type { InviterNotice } from './notices.ts';
import type { OutboxState } from './statuses.ts';

/** `staff/{uid}`: the truth behind the claim `hrx`. */
export interface StaffDocument {
  active: boolean;
  /** How invitations by this person are signed. */
  name: string;
}

/**
 * `outbox/{id}`: something that has to leave the house, written in the commit that decided on it. It holds ids alone: whom
 * it goes to and what it says is looked up when it is sent.
 */
export interface OutboxDocument {
  /** Its name in `outboxKinds`. */
  kind: string;
  /** What its kind finds its documents by. */
  refs: OutboxRefs;
  state: OutboxState;
  attempts: number;
  /** How often it was given to the queue: each time is a task of its own. */
  round: number;
  /** The daily share of its address has it already. */
  isCounted: boolean;
  /** Until when the one run at work is believed to be alive. */
  sendingUntil: Instant | null;
  /** When the sweep takes it up, if nothing has finished it by then. null: it is over. */
  nextAt: Instant | null;
  /** The mail server's own words, or why there was nothing to send. */
  reason: string | null;
  createdAt: Instant;
  /** Firestore's TTL deletes it then. */
  expireAt: Instant;
}

export type OutboxRefs = Record<string, string | number>;

/** `recovery_mails/{sha256(secret)}`: the secret in a mail that lets somebody back in. */
export interface RecoveryMailDocument {
  uid: string;
  /** Where it went: it proves this mailbox and no other. */
  email: string;
  /** What the secret is for. */
  opens: 'new-password' | 'sign-in';
  usedAt: Instant | null;
  /** The secret is worth nothing from then on. Firestore's TTL deletes the document some time later. */
  expireAt: Instant;
}

/** `reminder_links/{sha256(secret)}`: the secret in a reminder that ends reminders. */
export interface ReminderLinkDocument {
  tenantId: string;
  uid: string;
  inviteId: string;
  /** The hash of tenant and address. */
  stopId: string;
  /** The secret is worth nothing from then on, and Firestore's TTL deletes the document. */
  expireAt: Instant;
}

/** `reminder_stops/{hash of tenant and address}`: that tenant reminds that address no more. */
export interface ReminderStopDocument {
  tenantId: string;
  at: Instant;
}

/** `notice_digests/{hash of receiver and day}`: what one person is told once, of a whole day. */
export interface NoticeDigestDocument {
  receiverUid: string;
  entries: DigestEntry[];
  /** How many more there were than are kept. */
  more: number;
  /** When its day is over; null once it was sent. */
  dueAt: Instant | null;
  /** Firestore's TTL deletes it then. */
  expireAt: Instant;
}

export interface DigestEntry {
  notice: InviterNotice;
  tenantId: string;
  uid: string;
  inviteId: string;
}

/** `rate_limits/{hashed key}`. */
export interface RateLimitDocument {
  /** When each of the last ones was, in milliseconds, oldest first. */
  takenAt: number[];
  expireAt: Instant;
}

/** `idempotency/{hash of caller, callable and key}`: an answer to repeat, without its link. */
export interface IdempotencyDocument {
  /** The hash of the request that got the answer: another request with the same key is refused. */
  requestHash: string;
  /** What the callable makes the same answer of again: its own shape, and never a link or a secret. */
  answer: object;
  expireAt: Instant;
}
