/** What a mail says where a value was missing when it was written. Such a mail is never sent. */
import type { RenderedMail } from './outgoingMail.ts';

/** As JavaScript writes them into a text. Case counts: people are called Null, and nobody's `undefined` is a name. */
const BROKEN = /(?<![\p{L}\p{N}])(?:undefined|null|NaN|Invalid Date)(?![\p{L}\p{N}])|\[object \w+\]/u;

/** @returns the word, or undefined where there is none but in what people typed themselves. */
export async function brokenWordOf(mail: RenderedMail): Promise<string | undefined> {
  const found = brokenWordIn(mail);
  if (found === undefined || !mail.withoutTyped) return found;
  return brokenWordIn(await mail.withoutTyped());
}

function brokenWordIn({ subject, text, html }: RenderedMail): string | undefined {
  return BROKEN.exec([subject, text, visibleText(html), ...linksIn(html)].join('\n'))?.[0];
}

/** Of HTML that React wrote: `<` and `>` stand for nothing but tags there. */
function visibleText(html: string): string {
  return html.replace(/<head\b.*?<\/head>/gs, ' ').replace(/<[^>]*>/g, ' ');
}

function linksIn(html: string): string[] {
  return [...html.matchAll(/\bhref="([^"]*)"/g)].map(([, link]) => link ?? '');
}
