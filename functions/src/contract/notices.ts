/** What a person is told by email about the invitations that they sent, and can switch off. No zod here. */

export const NOTICE_KINDS = ['accepted', 'declined', 'not_delivered', 'expired'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Each kind: whether the person wants it. */
export type Notices = Record<NoticeKind, boolean>;

/** @returns which notices this person wants: all that they have not switched off. */
export function noticesOf(user: { notices?: Partial<Notices> } | null | undefined): Notices {
  const { accepted = true, declined = true, not_delivered = true, expired = true } = user?.notices ?? {};
  return { accepted, declined, not_delivered, expired };
}

/** What whoever sent an invitation is told. Somebody who asks for a new link does so because the old one has expired. */
export const INVITER_NOTICES = [...NOTICE_KINDS, 'fresh_link_asked'] as const;
export type InviterNotice = (typeof INVITER_NOTICES)[number];

/** @returns what switches it off. */
export function switchOf(notice: InviterNotice): NoticeKind {
  return notice === 'fresh_link_asked' ? 'expired' : notice;
}

/** What the owner of an account is told of it: that always comes. */
export type AccountNotice = 'role_given' | 'password_set' | 'account_reclaimed';
