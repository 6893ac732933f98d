/**
 * @param next what the address asks to open after the sign-in
 * @returns a path of this app, or null for anything that a browser could take for another place (`//evil`, `/\evil`,
 *   `https://evil`, with tabs and line breaks between, which browsers leave out), and for the sign-in page itself
 */
export function safeNext(next: string | null): string | null {
  if (next === null || !next.startsWith('/')) return null;
  const base = window.location.origin;
  if (!URL.canParse(next, base)) return null;

  const { origin, pathname, search, hash } = new URL(next, base);
  if (origin !== base || pathname.startsWith('//') || pathname === '/sign-in') return null;
  return pathname + search + hash;
}

/**
 * @param url what a mail's link asks to open in the end: a whole address, which anybody may have written
 * @returns its path where that is a place of this app, else null
 */
export function safeContinue(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { origin, pathname, search, hash } = new URL(url);
  return origin === window.location.origin ? safeNext(pathname + search + hash) : null;
}
