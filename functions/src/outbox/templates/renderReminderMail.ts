/** A reminder, as HTML and as plain text. */
import type { RenderedMail } from '../outgoingMail.ts';
import { senderName } from './headerWords.ts';
import { maskTyped } from './maskTyped.ts';
import { reminderMailText, reminderMailWords, type ReminderMailModel } from './reminderMailWords.ts';

/** @returns what the mail holds, with what its program needs for a button "Unsubscribe". */
export async function renderReminderMail(model: ReminderMailModel): Promise<RenderedMail> {
  const [{ renderToStaticMarkup }, { ReminderMail }] = await Promise.all([
    import('react-dom/server'),
    import('./ReminderMail.tsx'),
  ]);
  const words = reminderMailWords(model);
  return {
    subject: words.subject,
    fromName: senderName(model.tenantName),
    unsubscribeUrl: model.offLink,
    html: `<!doctype html>${renderToStaticMarkup(ReminderMail({ model, words }))}`,
    text: reminderMailText(model, words),
    withoutTyped: () => renderReminderMail(maskTyped(model, ['tenantName', 'inviterName', 'firstName'])),
  };
}
