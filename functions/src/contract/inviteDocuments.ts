/** An invitation as it is stored. No zod here. */
import type { Instant } from './instants.ts';
import type { Permission, Role, SecurityLevel } from './roles.ts';
import type { InviteStatus, MailState } from './statuses.ts';

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
  openedAt: Instant | null;
  acceptedAt: Instant | null;
  declinedAt: Instant | null;
  revokedAt: Instant | null;
  /** In the words of who declined. */
  declinedReason: string | null;
  /** Why it was taken back, in the words of whoever did, or by a rule of ours: `inviter_lost_right`. */
  revokedReason: string | null;
}
