/** What the mail of an invitation says, for its HTML and its plain text alike. Pure. */
import type { PendingInviteDocument, UserDocument } from '../../contract/documents.ts';
import type { Role } from '../../contract/roles.ts';
import { ROLE_SENTENCES, withArticle } from '../../contract/roleWords.ts';
import { factsWithoutDocument, isNeverUsed, isProven, type Account } from '../../domain/account.ts';
import { expiryWords } from './expiryWords.ts';

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
  why: string;
  unknownSender: string;
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

/** @returns the sentences. The subject holds nothing that anybody typed: no header does. */
export function inviteMailWords(model: InviteMailModel): InviteMailWords {
  const { tenantName, inviterName, role } = model;
  const inviter = model.inviterIsHrx ? `${inviterName} of HRX` : inviterName;
  const as = withArticle(role);
  const expiry = expiryWords(model.expiresAt, model.now);
  return {
    subject: `You are invited to join as ${as}`,
    preview: `${inviter} invites you to ${tenantName}. The invitation is open ${expiry}.`,
    heading: `Join ${tenantName}`,
    greeting: `Hello ${model.firstName},`,
    invitation: `${inviter} invites you to join ${tenantName} as ${as}.`,
    role: `${role}: ${ROLE_SENTENCES[role]}`,
    messageIntro: `${inviterName} writes:`,
    next: nextStep(model.account, inviter),
    expiry: `The invitation is open ${expiry}.`,
    button: 'Open the invitation',
    linkIntro: 'If the button does not work, copy this address into your browser:',
    why: `You get this mail because ${inviter} entered your address to invite you to ${tenantName}. The link is for you alone: please do not pass it on.`,
    unknownSender: `You do not know ${inviterName} or ${tenantName}? Then you need not do anything: nothing happens without you, and the link ends by itself.`,
  };
}

function nextStep(account: AccountWords, inviter: string): string {
  switch (account) {
    case 'new':
      return 'Open the invitation and choose a password. Then you are in.';
    case 'passwordless':
      return 'Open the invitation and come in with one click, without a password.';
    case 'existing':
      return 'You have an account with this address already. Sign in with the password that you have; nothing about your account changes.';
    case 'unproven':
      return 'There is an account with this address already, and nobody ever confirmed that the address is theirs. Open the invitation and choose a new password: then the account is yours alone.';
    case 'disabled':
      return `Your account with this address is blocked at the moment. Ask ${inviter} or your HRX contact to open it; then sign in with the password that you have.`;
  }
}
