/** A notice, as HTML and as plain text. */
import type { RenderedMail } from '../outgoingMail.ts';
import { noticeMailText, type NoticeMailModel } from './noticeMail.ts';

/** @returns what the mail holds. React is loaded when the first mail is rendered, and escapes all that people typed. */
export async function renderNoticeMail(model: NoticeMailModel): Promise<RenderedMail> {
  const [{ renderToStaticMarkup }, { NoticeMail }] = await Promise.all([
    import('react-dom/server'),
    import('./NoticeMail.tsx'),
  ]);
  const { subject, withoutTyped } = model;
  return {
    subject,
    html: `<!doctype html>${renderToStaticMarkup(NoticeMail({ model }))}`,
    text: noticeMailText(model),
    ...(withoutTyped && { withoutTyped: () => renderNoticeMail(withoutTyped()) }),
  };
}
