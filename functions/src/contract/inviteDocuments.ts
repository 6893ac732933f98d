/** An invitation as it is stored. No zod here. */
import type { Instant } from './instants.ts';
import type { Permission, Role, SecurityLevel } from './roles.ts';
import type { InviteAttention, InviteStatus, MailState } from './statuses.ts';

/** `tenants/{t}/pending_invites/{uid}`. */
export interface PendingInviteDocument {
  uid: string;
  email: string;
  tenantId: string;
  tenantName: string;
  inviterUid: string;
  inviterName: string;
  /** The inviter acted as HRX staff. */
  inviterIsHrx: boolean;
  /** Who answers for the offer: the inviter at first, then whoever raised it or corrected the address. Acceptance asks what they may do. */
  offeredByUid: string;
  firstName: string;
  lastName: string;
  role: Role;
  securityLevel: SecurityLevel;
  permissions: Permission[];
  message: string | null;
  designation: string | null;
  department: string | null;
  /** False: the person comes in by an e-mail link, without a password. */
  sendPasswordReset: boolean;
  status: InviteStatus;
  inviteId: string;
  /** Goes up with each new mail link: every older one is dead. */
  generation: number;
  /** Lower-case starts of the words of name and address, for a search that finds rows which are not loaded. */
  searchTokens: string[];
  mail: {
    state: MailState;
    /** How often this mail was tried when that became known: 0 again with each new one. */
    attempts: number;
    /** The mail server's own words, after a failure. */
    error: string | null;
    at: Instant;
    /** How many mails were asked for: 1 with the invitation, one more with each that is sent again. */
    sends: number;
  };
  createdAt: Instant;
  expiresAt: Instant;
  /** How long it lives from each sending, where somebody chose that; null: as long as the tenant says. */
  lifetimeHours: number | null;
  /** How often somebody has sent it again, and when last. */
  resends: { count: number; lastAt: Instant | null };
  /** How many fresh links its invitee has asked for after it had expired. */
  renewals: number;
  /** From when on its end is near, until the sweep has looked: `endsSoonAt`. */
  nearEndAt: Instant | null;
  remindedAt: Instant | null;
  /** The invitee wants no reminder. */
  remindersOff: boolean;
  openedAt: Instant | null;
  acceptedAt: Instant | null;
  declinedAt: Instant | null;
  revokedAt: Instant | null;
  /** When it ended, however it did. */
  endedAt: Instant | null;
  addressErasedAt: Instant | null;
  /** Why somebody should look at it: `attentionOf`, kept by every writer and the sweep. */
  attention: InviteAttention | null;
  /** In the words of who declined. */
  declinedReason: string | null;
  /** Why it was taken back, in the words of whoever did, or by a rule of ours: `END_RULES`. */
  revokedReason: string | null;
}
