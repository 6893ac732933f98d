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
