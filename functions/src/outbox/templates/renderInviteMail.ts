/** The mail of an invitation, as HTML and as plain text. */
import type { RenderedMail } from '../outgoingMail.ts';
import { inviteMailWords, type InviteMailModel } from './inviteMailWords.ts';
import { senderName } from './headerWords.ts';
import { mailText } from './mailText.ts';
import { maskTyped } from './maskTyped.ts';

/** @returns what the mail holds. React is loaded when the first mail is rendered, and escapes all that people typed. */
export async function renderInviteMail(model: InviteMailModel): Promise<RenderedMail> {
  const [{ renderToStaticMarkup }, { InviteMail }] = await Promise.all([
    import('react-dom/server'),
    import('./InviteMail.tsx'),
  ]);
  const words = inviteMailWords(model);
  const html = `<!doctype html>${renderToStaticMarkup(InviteMail({ model, words }))}`;
  return {
    subject: words.subject,
    fromName: senderName(model.tenantName),
    html,
    text: mailText(model, words),
    withoutTyped: () =>
      renderInviteMail(maskTyped(model, ['tenantName', 'inviterName', 'firstName', 'message'])),
  };
}
