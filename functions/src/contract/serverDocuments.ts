/** The Firestore documents that nobody but the server reads. No zod here. */
import type { Instant } from './documents.ts';

/** `staff/{uid}`: the truth behind the claim `hrx`. */
export interface StaffDocument {
  active: boolean;
  /** How invitations by this person are signed. */
  name: string;
}

/** `recovery_mails/{sha256(secret)}`: one mail that lets somebody back in. */
export interface RecoveryMailDocument {
  uid: string;
  /** Where it went: it proves this mailbox and no other. */
  email: string;
  /** What the secret in the mail is for; null: the mail holds none, nobody was ever told it, and this only counts the mail. */
  opens: 'new-password' | 'sign-in' | null;
  /** Until when the one delivery at work is believed to be alive. */
  sendingUntil: Instant | null;
  sentAt: Instant | null;
  usedAt: Instant | null;
  /** The secret is worth nothing from then on. Firestore's TTL deletes the document some time later. */
  expireAt: Instant;
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
