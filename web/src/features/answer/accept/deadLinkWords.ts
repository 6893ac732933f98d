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
  const inviter = invite?.inviterName ?? 'the person who invited you';
  switch (status) {
    case 'accepted':
      return {
        title: 'This invitation was already accepted',
        what: invite
          ? `The account ${invite.maskedEmail} has joined ${tenant} with it.`
          : 'An account has joined with it.',
        next: 'Sign in with that account to go there.',
      };
    case 'expired':
      return {
        title: 'This invitation has expired',
        what: invite
          ? `It could be accepted until ${dateInWords(Date.parse(invite.expiresAt))}.`
          : 'Its time is over.',
        next: `Ask ${inviter} for a new one.`,
      };
    case 'revoked':
      return {
        title: 'This invitation was taken back',
        what: `It does not lead into ${tenant} any more.`,
        next: `Ask ${inviter} what happened. They can invite you again.`,
      };
    case 'declined':
      return {
        title: 'This invitation was declined',
        what: `Somebody who holds it said no, so it does not lead into ${tenant} any more.`,
        next: `If that was a mistake, ask ${inviter} for a new one.`,
      };
    case 'said-no':
      return {
        title: 'You declined this invitation',
        what: `You do not join ${tenant}, and this link leads nowhere any more. Nothing else has changed.`,
        next: `If that was a mistake, ask ${inviter} for a new one.`,
      };
    case 'replaced':
      return {
        title: 'There is a newer link',
        what: `A newer link to ${tenant} took the place of this one, and only the newest works.`,
        next: `Look for the latest mail or message. If you cannot find it, ask ${inviter}.`,
      };
    case 'not-found':
      return {
        title: 'This link is not valid',
        what: 'We know no invitation behind it. Links are long, and a part of it may be missing.',
        next: 'Press the button in the mail itself, or copy the whole link. If that does not help, ask the person who invited you for a new one.',
      };
  }
}
