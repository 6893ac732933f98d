import { dateInWords } from '../../../shared/words/timeInWords.ts';
import type { DeadStatus, Invite } from '../redeem/redeemReducer.ts';

export interface DeadLinkWords {
  title: string;
  /** What happened. */
  what: string;
  /** What to do next. */
  next: string;
}

/**
 * @param invite null where nothing is known of the link
 * @returns what became of the link and what to do about it
 */
export function deadLinkWords(status: DeadStatus, invite: Invite | null): DeadLinkWords {
  const tenant = invite?.tenantName ?? 'the company';
  // Who opens a dead link is told the company alone; the inviter is known where the link died while the page was open.
  const contact = invite ? `the person who invited you to ${tenant}` : 'the person who invited you';
  const inviter = invite?.inviterName ?? contact;
  switch (status) {
    case 'accepted':
      return {
        title: 'This invitation was already accepted',
        what: invite
          ? `${invite.maskedEmail} used it to join ${tenant}.`
          : 'Someone already used it to join.',
        next: 'Sign in with that account.',
      };
    case 'expired':
      return {
        title: 'This invitation has expired',
        what: invite
          ? `It expired on ${dateInWords(Date.parse(invite.expiresAt))}.`
          : 'You can no longer accept it.',
        next: `Ask ${inviter} for a new one.`,
      };
    case 'revoked':
      return {
        title: 'This invitation was cancelled',
        what: `You can't use it to join ${tenant}.`,
        next: `Ask ${inviter} for a new one.`,
      };
    case 'declined':
      return {
        title: 'This invitation was declined',
        what: `Someone with this link declined it. You can't use it to join ${tenant}.`,
        next: `If this was a mistake, ask ${inviter} for a new one.`,
      };
    case 'said-no':
      return {
        title: 'You declined this invitation',
        what: `You did not join ${tenant}. This link doesn't work any more.`,
        next: `If this was a mistake, ask ${inviter} for a new one.`,
      };
    case 'replaced':
      return {
        title: 'There is a newer link',
        what: `A newer link to ${tenant} replaced this one. Only the newest link works.`,
        next: `Use the latest email or message. If you can't find it, ask ${inviter}.`,
      };
    case 'not-found':
      return {
        title: 'This link is not valid',
        what: "We can't find this invitation. A part of the link may be missing.",
        next: "Use the button in the email, or copy the whole link. If that doesn't help, ask the person who invited you for a new link.",
      };
  }
}
