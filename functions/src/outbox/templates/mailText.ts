/** The plain text of an invitation's mail. Pure. */
import type { InviteMailModel, InviteMailWords } from './inviteMailWords.ts';

/** @returns the same sentences and the same links as the HTML, for who reads mail without it. */
export function mailText(model: InviteMailModel, words: InviteMailWords): string {
  const quote = model.message && `${words.messageIntro}\n${quoted(model.message)}`;
  return [
    words.greeting,
    words.invitation,
    words.role,
    quote,
    words.next,
    `${words.button}:\n${model.link}`,
    words.expiry,
    `${words.decline}:\n${model.declineLink}`,
    words.help,
    `--\n${words.why}`,
    words.ignore,
  ]
    .filter((part) => part !== null && part !== '')
    .join('\n\n')
    .concat('\n');
}

function quoted(message: string): string {
  return message
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}
