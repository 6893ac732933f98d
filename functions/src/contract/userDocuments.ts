/** What is kept of a person, and what their ID token says. No zod here. */
import type { Instant } from './instants.ts';
import type { Notices } from './notices.ts';
import type { Role, SecurityLevel } from './roles.ts';
import type { MemberState, SyncState } from './statuses.ts';

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
  /**
   * The address whose owner has set a new password by a mail of ours. It says nothing of another address that the
   * account has later.
   */
  addressProven: { email: string; at: Instant } | null;
  /**
   * Whoever proved the mailbox is setting a new password: written before, taken away when all is done. Until then the
   * address counts as unproven, whatever Firebase says of it, and what a crash left unfinished can be done again.
   */
  reclaim: { holder: string; until: Instant } | null;
  memberships: Record<string, UserMembership>;
  /** Since when there is no membership any more; null while there is one, and before the first. */
  idleSince: Instant | null;
  /** The sweep is deleting the account, which nothing needs: nobody may begin anything with it. */
  tombstone: Tombstone | null;
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
  /** The emails about their invitations that the person switched off (false) or on again: `noticesOf` reads it. */
  notices?: Partial<Notices>;
  /** ID tokens from before are worth nothing. */
  sessionsValidFrom: Instant | null;
}

/** What is left of an account that nothing needed, until every call that had looked it up before is over. */
export interface Tombstone {
  since: Instant;
  /** Whether the account has been deleted. */
  isGone: boolean;
  /** When the sweep goes on with it. */
  nextAt: Instant;
}

/** The custom claims of an ID token, beside keys that are not ours. */
export interface Claims {
  roles?: Record<string, { role: Role; securityLevel: SecurityLevel }>;
  /** There are more memberships than fit: read the member document for the rest. */
  rolesTruncated?: true;
  hrx?: true;
}
