/** The timeline of an invitation: what happened to it, as it is stored. No zod here. */
import type { Instant } from './instants.ts';

export const INVITE_EVENT_KINDS = [
  'created',
  'mail_queued',
  'mailed',
  'mail_deferred',
  'mail_held',
  'mail_failed',
  'delivered',
  'bounced',
  'complained',
  'opened',
  'link_copied',
  'link_renewed',
  'reminded',
  'reminders_off',
  'updated',
  'resent',
  'address_corrected',
  'accepted',
  'declined',
  'revoked',
  'expired',
  'address_erased',
] as const;
export type InviteEventKind = (typeof INVITE_EVENT_KINDS)[number];

/** What an event tells beside its kind: also free text and the mail server's words, which never stand in the audit. */
export type InviteEventDetails = Record<string, string | number | boolean | null | string[]>;

/**
 * `tenants/{t}/pending_invites/{uid}/events/{id}`: read by who reads the invitation, but not by the invitee. It is erased
 * with the invitation's address.
 *
 * Details by kind. `updated`: `changed`, the names of the fields, and for each of them `<field>From` and `<field>To`.
 * `resent`: `count`. `declined` and `revoked`: `reason`, in somebody's words or a rule of ours (`END_RULES`).
 * `address_corrected`: `emailFrom`, `emailTo` and `uidFrom`. Those about a mail: `send` (which mail), `attempts`, `error`.
 */
export interface InviteEventDocument {
  id: string;
  kind: InviteEventKind;
  at: Instant;
  /** Which of the person's invitations here it is about. */
  inviteId: string;
  /** null for what happens by itself, and for who holds a link and did not say who they are. */
  actorUid: string | null;
  actorName: string | null;
  details: InviteEventDetails;
}
