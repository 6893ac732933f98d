/** The Firestore documents that a signed-in person may read, as the server writes them. No zod here. */
import type { Permission, Role, SecurityLevel } from './roles.ts';
import type { InviteStatus, MailState, MemberState, SyncState } from './statuses.ts';

/** A Firestore Timestamp, of the Admin SDK and of the web SDK alike. */
export interface Instant {
  toMillis(): number;
}

/** `tenants/{t}`. */
export interface TenantDocument {
  name: string;
  slug: string;
  branding: { color: string | null };
  createdAt: Instant;
}

/** `tenants/{t}/private/settings`. */
export interface TenantSettingsDocument {
  /** null until the invited owner has accepted. */
  ownerUid: string | null;
  /** null: no limit. */
  seatLimit: number | null;
  /** Members that are active or suspended, and one for each pending invitation. */
  seatsUsed: number;
  pendingInvites: number;
  inviteLifetimeHours: number;
  /** On: an invited role stands in the claims only after it was accepted. */
  requireAcceptance: boolean;
  /** Off: a hand-over link only locates the invitation, and never starts an account. */
  handoverLinks: boolean;
}

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
    /** How often this mail was tried: 0 again with each new one. */
    attempts: number;
    /** The mail server's own words, after a failure. */
    error: string | null;
    at: Instant;
    /** How many mails were asked for: 1 with the invitation, one more with each that is sent again. */
    sends: number;
    /** Until when the one delivery at work is believed to be alive. */
    sendingUntil: Instant | null;
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

/** `tenants/{t}/members/{uid}`: the membership, which decides; claims are its projection. */
export interface MemberDocument {
  uid: string;
  tenantId: string;
  email: string;
  firstName: string;
  lastName: string;
  role: Role;
  securityLevel: SecurityLevel;
  permissions: Permission[];
  state: MemberState;
  /** While `invited`: when the invitation ends, and with it all that it gives. */
  invitedUntil: Instant | null;
  designation: string | null;
  department: string | null;
  invitedByUid: string | null;
  invitedByName: string | null;
  inviteId: string | null;
  sync: SyncState;
  createdAt: Instant;
  joinedAt: Instant | null;
  updatedAt: Instant;
}

/** A membership as `users/{uid}` keeps it: what claims are computed from. */
export interface UserMembership {
  role: Role;
  securityLevel: SecurityLevel;
  state: MemberState;
  /** Whether it stands in the claims: an active one does, a suspended one does not, an invited one may have to wait. */
  inClaims: boolean;
  /** When it came to this state: the most recent stay in the claims when they are full. */
  since: Instant;
}

/** `users/{uid}`, as its owner may read it. */
export interface UserDocument {
  uid: string;
  /** `invited`: we made the account; `existing`: it was there before. */
  origin: 'invited' | 'existing';
  /** The tenant and invitation that the account was made for. */
  madeBy: { tenantId: string; inviteId: string } | null;
  /** Who began to use the account that we made: by which kind of link, in which tenant. */
  begun: { by: 'mail' | 'handover'; tenantId: string; at: Instant } | null;
  /** A mail of ours has set a new password: since the account was begun by hand-over, or was nobody's for certain. */
  addressProven: boolean;
  /**
   * Whoever proved the mailbox is setting a new password: written before, taken away when all is done. Until then the
   * address counts as unproven, whatever Firebase says of it, and what a crash left unfinished can be done again.
   */
  reclaim: { holder: string; until: Instant } | null;
  memberships: Record<string, UserMembership>;
  membershipsVersion: number;
  /** The membershipsVersion that the claims were last computed from. A browser refreshes its token when it changes. */
  claimsVersion: number;
  /** The one projector at work, and until when it is believed to be alive. */
  claimsLease: { holder: string; until: Instant } | null;
  sync: {
    state: SyncState;
    attempt: number;
    nextAt: Instant | null;
    error: string | null;
    /** The tenants whose member documents still say that their claims are on the way. */
    waiting: string[];
  };
  /** The tenants that did not fit into the claims, which say `rolesTruncated` then. */
  claimsLeftOut: string[];
  /** ID tokens from before are worth nothing. */
  sessionsValidFrom: Instant | null;
}

export type AuditAction =
  | 'invite.created'
  | 'invite.link_copied'
  | 'invite.accepted'
  | 'invite.declined'
  | 'invite.revoked'
  | 'invite.expired'
  | 'member.role_changed'
  | 'job.paused'
  | 'job.resumed'
  | 'job.cancelled'
  | 'job.retried'
  | 'staff.granted'
  | 'staff.revoked'
  | 'denied';

/** What an audit entry says of a state: roles and statuses, never a name or an address. */
export type AuditFacts = Record<string, string | number | boolean | null | string[]>;

/** Who did something, and in which capacity. */
export interface AuditActor {
  uid: string;
  kind: 'hrx' | 'member' | 'invitee' | 'stranger' | 'operator' | 'system';
}

/** `tenants/{t}/audit/{id}`, and `hrx_audit/{id}` for denied attempts and for what staff did. Append-only. */
export interface AuditDocument {
  action: AuditAction;
  /** null for what is about no tenant. */
  tenantId: string | null;
  /** `operator`: somebody at a command line of ours; `system`: what happens by itself. */
  actorUid: string;
  actorKind: AuditActor['kind'];
  targetUid: string | null;
  inviteId: string | null;
  before: AuditFacts | null;
  after: AuditFacts | null;
  at: Instant;
}

/** A document as it is written: a new instant is a date, which Firestore makes a timestamp of; one that was read stays. */
export type Written<Document> = {
  [Key in keyof Document]: WrittenValue<Document[Key]>;
};
type WrittenValue<Value> = Value extends Instant
  ? Date | Instant
  : Value extends readonly unknown[] | string | number | boolean | null | undefined
    ? Value
    : Written<Value>;

/** The custom claims of an ID token, beside keys that are not ours. */
export interface Claims {
  roles?: Record<string, { role: Role; securityLevel: SecurityLevel }>;
  /** There are more memberships than fit: read the member document for the rest. */
  rolesTruncated?: true;
  hrx?: true;
}
