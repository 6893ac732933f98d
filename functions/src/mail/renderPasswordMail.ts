/** The mail about a new password, ready to be sent. */
import { passwordMailText, passwordMailWords, type PasswordMailKind } from './passwordMailWords.ts';

/** @returns subject, HTML and plain text. React is loaded when the first mail is rendered. */
export async function renderPasswordMail({
  kind,
  link,
}: {
  kind: PasswordMailKind;
  link: string;
}): Promise<{ subject: string; html: string; text: string }> {
  const [{ renderToStaticMarkup }, { PasswordMail }] = await Promise.all([
    import('react-dom/server'),
    import('./PasswordMail.tsx'),
  ]);
  const words = passwordMailWords(kind);
  const html = `<!doctype html>${renderToStaticMarkup(PasswordMail({ words, link }))}`;
  return { subject: words.subject, html, text: passwordMailText(words, link) };
}
