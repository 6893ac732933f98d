export type Scheme = 'light' | 'dark';

/**
 * @returns the HTML of a mail as a frame shows it in this scheme, whichever the reader's system has: browsers ask the
 *   system alone in a frame. Links open beside the inbox.
 */
export function mailDocument(html: string, scheme: Scheme): string {
  const asked = html.replaceAll(/\(\s*prefers-color-scheme:\s*(light|dark)\s*\)/g, (_query, wanted) =>
    wanted === scheme ? '(min-width: 0)' : '(max-width: 0)',
  );
  return `<base target="_blank">${asked}<style>:root { color-scheme: ${scheme} !important; }</style>`;
}
