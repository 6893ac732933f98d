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
  /** On: who has not answered is reminded once, a day before the end. */
  reminders: boolean;
  /** On: who opens an expired link can have a new one mailed to the invited address. */
  freshLinks: boolean;
  /** Where answers to our emails about this tenant go. null: nowhere. */
  replyTo: string | null;
  /** A name of the IANA database: emails and pages write times in it. */
  timeZone: string;
  /** On: an invited role stands in the claims only after it was accepted. */
  requireAcceptance: boolean;
  /** Off: a hand-over link only locates the invitation, and never starts an account. */
  handoverLinks: boolean;
}
