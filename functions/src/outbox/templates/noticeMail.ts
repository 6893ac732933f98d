/** What every notice is made of, for its HTML and its plain text alike. Pure. */

export interface NoticeMailModel {
  subject: string;
  heading: string;
  lines: string[];
  /** What somebody wrote themselves. */
  quote: { intro: string; text: string } | null;
  button: string;
  link: string;
  /** Why one gets it. */
  why: string;
  /** Where one chooses what one gets; null for what always comes. */
  noticesLink: string | null;
  brandColor: string | null;
  /** The same with something else for all that people typed, for the check that nothing of ours is missing. */
  withoutTyped?: () => NoticeMailModel;
}

export const LINK_INTRO = "If the button doesn't work, copy this link into your browser:";
export const CHOOSE_NOTICES = 'Choose which emails you get';

/** @returns the same sentences and the same links as the HTML. */
export function noticeMailText(model: NoticeMailModel): string {
  const { heading, lines, quote, button, link, why, noticesLink } = model;
  const quoted = quote && `${quote.intro}\n${quote.text.replaceAll(/^/gm, '> ')}`;
  const choose = noticesLink && `${CHOOSE_NOTICES}:\n${noticesLink}`;
  const parts = [heading, ...lines, quoted, `${button}:\n${link}`, `--\n${why}`, choose];
  return `${parts.filter((part) => part !== null).join('\n\n')}\n`;
}
