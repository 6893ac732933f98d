/** @returns what the mail's button opens: the first link of its plain text; undefined where it has none. */
export function linkIn(text: string): string | undefined {
  return /https?:\/\/[^\s<>"]+/.exec(text)?.[0];
}
