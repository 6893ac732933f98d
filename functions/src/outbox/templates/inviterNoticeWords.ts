/** What whoever sent an invitation is told. Pure. */
import type { PendingInviteDocument } from '../../contract/documents.ts';
import type { InviterNotice } from '../../contract/notices.ts';
import { withArticle } from '../../contract/roleWords.ts';
import { headerName } from './headerWords.ts';
import { maskTyped } from './maskTyped.ts';
import type { NoticeMailModel } from './noticeMail.ts';

/** What of an invitation is told. */
export type ToldInvitation = Pick<
  PendingInviteDocument,
  | 'tenantId'
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'tenantName'
  | 'role'
  | 'declinedReason'
  | 'mail'
  | 'status'
>;

interface InviterNoticeMail {
  notice: InviterNotice;
  invite: ToldInvitation;
  brandColor: string | null;
}

interface Words {
  /** What happened, in one sentence: the subject, and a line of a digest. */
  news: (person: string) => string;
  more: string;
  quote?: { intro: string; text: string } | null;
  button: string;
}

/** @returns the mail about one invitation. */
export function inviterNoticeMail(
  told: InviterNoticeMail,
  links: { row: string; notices: string },
): NoticeMailModel {
  const { notice, invite, brandColor } = told;
  const { news, more, quote = null, button } = wordsOf(notice, invite);
  return {
    // A header holds a name that may stand there, or none.
    subject: news(headerName(invite) ?? 'Someone'),
    heading: news(nameOf(invite)),
    lines: [more],
    quote,
    button,
    link: links.row,
    why: `You received this email because you invited ${nameOf(invite)} to ${invite.tenantName}.`,
    noticesLink: links.notices,
    brandColor,
    withoutTyped: () => inviterNoticeMail({ ...told, invite: withoutTyped(invite) }, links),
  };
}

/** @returns what happened, in one sentence. */
export function newsOf(notice: InviterNotice, invite: ToldInvitation): string {
  return wordsOf(notice, invite).news(nameOf(invite));
}

export function withoutTyped(invite: ToldInvitation): ToldInvitation {
  const masked = maskTyped(invite, ['firstName', 'lastName', 'tenantName', 'declinedReason', 'email']);
  return { ...masked, mail: { ...invite.mail, error: invite.mail.error && '·' } };
}

function nameOf({ firstName, lastName }: ToldInvitation): string {
  return `${firstName} ${lastName}`;
}

function wordsOf(notice: InviterNotice, invite: ToldInvitation): Words {
  const { tenantName, role, email, declinedReason, mail } = invite;
  switch (notice) {
    case 'accepted':
      return {
        news: (person) => `${person} accepted your invitation`,
        more: `They joined ${tenantName} as ${withArticle(role)}.`,
        button: 'See the invitation',
      };
    case 'declined':
      return {
        news: (person) => `${person} declined your invitation`,
        more: `They won't join ${tenantName}.${declinedReason ? '' : ' They gave no reason.'}`,
        quote: declinedReason ? { intro: 'They wrote:', text: declinedReason } : null,
        button: 'See the invitation',
      };
    case 'not_delivered':
      return {
        news: (person) => `Your invitation to ${person} was not delivered`,
        more: `The email to ${email} did not arrive. Check the address. You can correct it, or copy the link and send it yourself.`,
        quote: mail.error ? { intro: 'The email server said:', text: mail.error } : null,
        button: 'Correct the address',
      };
    case 'expired':
      return {
        news: (person) => `Your invitation to ${person} has expired`,
        more: `Nobody answered it. You can invite them to ${tenantName} again.`,
        button: 'Invite again',
      };
    case 'fresh_link_asked':
      return {
        news: (person) => `${person} asks for a new invitation link`,
        more: `Someone opened the expired link of the invitation to ${email} and asked for a new one. We did not send one. If you still want them to join ${tenantName}, send the invitation again.`,
        button: 'Resend',
      };
  }
}
