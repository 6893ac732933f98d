/** The documents of a tenant. No zod here. */
import type { Instant } from './instants.ts';

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
