/** What a reminder says, for its HTML and its plain text alike. Pure. */
import { withArticle } from '../../contract/roleWords.ts';
import { expiryWords } from './expiryWords.ts';
import { inviteSubject } from './headerWords.ts';
import type { InviteMailModel } from './inviteMailWords.ts';

export interface ReminderMailModel extends InviteMailModel {
  /** Ends reminders from this company. */
  offLink: string;
}

export interface ReminderMailWords {
  subject: string;
  heading: string;
  preview: string;
  greeting: string;
  reminder: string;
  expiry: string;
  button: string;
  linkIntro: string;
  decline: string;
  off: string;
  why: string;
}

export function reminderMailWords(model: ReminderMailModel): ReminderMailWords {
  const { tenantName, inviterName } = model;
  const inviter = model.inviterIsHrx ? `${inviterName} of HRX` : inviterName;
  const expiry = expiryWords(model.expiresAt, model.now, model.timeZone);
  return {
    subject: `Reminder: ${inviteSubject(model)}`,
    heading: `Your invitation to ${tenantName} expires soon`,
    preview: `It expires ${expiry}.`,
    greeting: `Hello ${model.firstName},`,
    reminder: `${inviter} invited you to join ${tenantName} as ${withArticle(model.role)}. You haven't answered yet.`,
    expiry: `The invitation expires ${expiry}.`,
    button: 'Open invitation',
    linkIntro: "If the button doesn't work, copy this link into your browser:",
    decline: "Don't want to join? Decline the invitation",
    off: `Don't remind me about invitations from ${tenantName}`,
    why: `This is the only reminder for this invitation. You received it because ${inviter} invited you. The links are only for you. Don't share them.`,
  };
}

/** @returns the plain text: the same sentences and the same links as the HTML. */
export function reminderMailText(model: ReminderMailModel, words: ReminderMailWords): string {
  const parts = [
    words.greeting,
    words.reminder,
    words.expiry,
    `${words.button}:\n${model.link}`,
    `${words.decline}:\n${model.declineLink}`,
    `--\n${words.why}`,
    `${words.off}:\n${model.offLink}`,
  ];
  return `${parts.join('\n\n')}\n`;
}
