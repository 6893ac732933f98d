/** The states of an invitation, its mail, a membership and a link, as they are stored and shown. No zod here. */

export const INVITE_STATUSES = ['pending', 'accepted', 'declined', 'revoked', 'expired'] as const;
export type InviteStatus = (typeof INVITE_STATUSES)[number];

/** Why an invitation ended where nobody gave a reason in words: the rule of ours that ended it. */
export const END_RULES = ['inviter_lost_right', 'address_corrected'] as const;
export type EndRule = (typeof END_RULES)[number];

/**
 * Why somebody should look at an invitation. `bounced`: its mail did not arrive; `opened`: and not answered; `ends_soon`:
 * on its last day.
 */
export const INVITE_ATTENTIONS = ['bounced', 'opened', 'ends_soon', 'expired'] as const;
export type InviteAttention = (typeof INVITE_ATTENTIONS)[number];

/** What a link's holder is told: the invitation's status, or that a newer link took this one's place. */
export const LINK_STATUSES = [...INVITE_STATUSES, 'replaced'] as const;
export type LinkStatus = (typeof LINK_STATUSES)[number];

/** `mail` proves the mailbox; `handover` proves only that the inviter gave the link. */
export const LINK_KINDS = ['mail', 'handover'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/**
 * queued → sent | failed. Between them, `deferred`: the server did not take it yet; `held`: the address had its share of
 * mails for the day. After `sent` a provider may say what became of it.
 */
export const MAIL_STATES = [
  'queued',
  'deferred',
  'held',
  'failed',
  'sent',
  'delivered',
  'bounced',
  'complained',
] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** A mail that somebody should know about: it did not arrive, or not yet. */
export const MAIL_PROBLEMS: readonly MailState[] = ['deferred', 'held', 'failed', 'bounced', 'complained'];

/** Of something in the outbox. `dropped`: there was nothing to send any more. */
export const OUTBOX_STATES = ['queued', 'sending', 'deferred', 'held', 'sent', 'failed', 'dropped'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

export const MEMBER_STATES = ['invited', 'active', 'suspended'] as const;
export type MemberState = (typeof MEMBER_STATES)[number];

/** What the accept page offers next. */
export const INVITE_STEPS = [
  'set-password',
  'email-link',
  'sign-in',
  'check-mail',
  'accept',
  'none',
] as const;
export type InviteStep = (typeof INVITE_STEPS)[number];

/** How `redeemInvite` lets the person in. */
export const REDEEM_WAYS = ['password-reset', 'set-password', 'email-link', 'sign-in', 'check-mail'] as const;
export type RedeemWay = (typeof REDEEM_WAYS)[number];

/** Where the projection of memberships into claims stands. */
export const SYNC_STATES = ['synced', 'pending', 'retrying', 'failed'] as const;
export type SyncState = (typeof SYNC_STATES)[number];
