/** What the mail of an invitation says, for its HTML and its plain text alike. Pure. */
import type { PendingInviteDocument, UserDocument } from '../../contract/documents.ts';
import type { Role } from '../../contract/roles.ts';
import { ROLE_SENTENCES, withArticle } from '../../contract/roleWords.ts';
import { factsWithoutDocument, isNeverUsed, isProven, type Account } from '../../domain/account.ts';
import { expiryWords } from './expiryWords.ts';
import { inviteSubject } from './headerWords.ts';

/** Whose account it is about: the mail says another thing to each. */
export type AccountWords = 'new' | 'passwordless' | 'existing' | 'unproven' | 'disabled';

export interface InviteMailModel {
  tenantName: string;
  inviterName: string;
  inviterIsHrx: boolean;
  firstName: string;
  role: Role;
  message: string | null;
  /** The tenant's own colour, as `#rrggbb`. */
  brandColor: string | null;
  account: AccountWords;
  link: string;
  /** Opens the same page, where it asks whether to decline. */
  declineLink: string;
  /** Whether an answer to the mail reaches somebody. */
  takesReplies: boolean;
  /** The company's, for the end. */
  timeZone: string;
  expiresAt: Date;
  now: Date;
}

/** The mail's sentences, each once. */
export interface InviteMailWords {
  subject: string;
  /** What mailboxes show beside the subject. */
  preview: string;
  heading: string;
  greeting: string;
  invitation: string;
  role: string;
  messageIntro: string;
  next: string;
  expiry: string;
  button: string;
  linkIntro: string;
  decline: string;
  help: string;
  why: string;
  ignore: string;
}

/** @returns which words fit this account, by a fresh record and by what we know of it ourselves. */
export function accountWords(
  account: Account,
  user: UserDocument | undefined,
  { sendPasswordReset }: Pick<PendingInviteDocument, 'sendPasswordReset'>,
): AccountWords {
  if (account.disabled) return 'disabled';
  const facts = user ?? factsWithoutDocument(account.uid);
  if (facts.begun || isProven(account, facts)) return 'existing';
  if (!isNeverUsed(account, facts)) return 'unproven';
  return sendPasswordReset ? 'new' : 'passwordless';
}

/** @returns the sentences. The subject holds names that may stand there, and nothing else that anybody typed. */
export function inviteMailWords(model: InviteMailModel): InviteMailWords {
  const { tenantName, inviterName, role } = model;
  const inviter = model.inviterIsHrx ? `${inviterName} of HRX` : inviterName;
  const as = withArticle(role);
  const expiry = expiryWords(model.expiresAt, model.now, model.timeZone);
  return {
    subject: inviteSubject(model),
    preview: `${inviter} invites you to ${tenantName}. It expires ${expiry}.`,
    heading: `Join ${tenantName}`,
    greeting: `Hello ${model.firstName},`,
    invitation: `${inviter} invites you to join ${tenantName} as ${as}.`,
    role: ROLE_SENTENCES[role],
    messageIntro: `Message from ${inviterName}:`,
    next: nextStep(model.account, inviter),
    expiry: `The invitation expires ${expiry}.`,
    button: 'Open invitation',
    linkIntro: "If the button doesn't work, copy this link into your browser:",
    decline: "Don't want to join? Decline the invitation",
    help: model.takesReplies
      ? `Questions? Reply to this email to ask ${tenantName}.`
      : `Questions? Ask ${model.inviterIsHrx ? inviter : `${inviterName} at ${tenantName}`}.`,
    why: `You received this email because ${inviter} invited you to ${tenantName}. The link is only for you. Don't share it.`,
    ignore: `You can ignore this email if you don't know ${inviterName} or ${tenantName}. The link will expire.`,
  };
}

function nextStep(account: AccountWords, inviter: string): string {
  switch (account) {
    case 'new':
      return 'Open the invitation and choose a password to join.';
    case 'passwordless':
      return 'Open the invitation and join with one click. No password needed.';
    case 'existing':
      return 'You already have an account with this email address. Open the invitation and sign in as usual.';
    case 'unproven':
      return 'There is already an account with this email address, but the address was never confirmed. Open the invitation and choose a new password. This makes the account yours.';
    case 'disabled':
      return `Your account with this email address is blocked. Ask ${inviter} or your HRX contact to unblock it. Then open the invitation and sign in.`;
  }
}
