/** What an inviter is told of a whole day. Pure. */
import type { InviterNotice } from '../../contract/notices.ts';
import { newsOf, withoutTyped, type ToldInvitation } from './inviterNoticeWords.ts';
import type { NoticeMailModel } from './noticeMail.ts';

export interface DigestLine {
  notice: InviterNotice;
  invite: ToldInvitation;
}

interface Digest {
  lines: DigestLine[];
  /** How many there are beside the lines. */
  more: number;
}

export function digestMail(digest: Digest, links: { list: string; notices: string }): NoticeMailModel {
  const { lines, more } = digest;
  const count = lines.length + more;
  const heading = `News about ${count} of your invitations`;
  const rest = more > 0 ? [`And ${more} more.`] : [];
  return {
    subject: heading,
    heading,
    lines: [...new Set(lines.map(({ notice, invite }) => `${newsOf(notice, invite)}.`)), ...rest],
    quote: null,
    button: 'See all invitations',
    link: links.list,
    why: 'You received this email because there was a lot of news about invitations that you sent. We sum it up once a day.',
    noticesLink: links.notices,
    brandColor: null,
    withoutTyped: () =>
      digestMail(
        {
          more,
          lines: lines.map(({ notice, invite }) => ({ notice, invite: withoutTyped(invite) })),
        },
        links,
      ),
  };
}
