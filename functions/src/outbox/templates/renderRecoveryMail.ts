/** The mail that lets somebody back in, ready to be sent. */
import type { RenderedMail } from '../outgoingMail.ts';
import { recoveryMailText, recoveryMailWords, type RecoveryMailKind } from './recoveryMailWords.ts';

/** @returns subject, HTML and plain text. React is loaded when the first mail is rendered. */
export async function renderRecoveryMail({
  kind,
  link,
}: {
  kind: RecoveryMailKind;
  link: string;
}): Promise<RenderedMail> {
  const [{ renderToStaticMarkup }, { RecoveryMail }] = await Promise.all([
    import('react-dom/server'),
    import('./RecoveryMail.tsx'),
  ]);
  const words = recoveryMailWords(kind);
  const html = `<!doctype html>${renderToStaticMarkup(RecoveryMail({ words, link }))}`;
  return { subject: words.subject, html, text: recoveryMailText(words, link) };
}
