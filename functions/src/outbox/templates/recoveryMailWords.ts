/** What a mail that lets somebody back in says, for its HTML and its plain text alike. Nothing that anybody typed is in it. Pure. */
import { RECOVERY_LINK_LIVES_MINUTES } from '../../contract/limits.ts';

/**
 * Asked for a new password: `code`, Firebase's own; `secret`, ours, since the server must know that the mailbox's owner
 * chose the password; `provider`, there is no password to forget; `ask-about-password`, a person has to look at it. Asked
 * for a sign-in link: it, or a new password before, or whom to ask.
 */
export type RecoveryMailKind =
  | 'code'
  | 'secret'
  | 'provider'
  | 'ask-about-password'
  | 'sign-in'
  | 'password-first'
  | 'ask-about-sign-in';

export interface RecoveryMailWords {
  subject: string;
  heading: string;
  asked: string;
  next: string;
  /** null where there is nothing to open. */
  button: string | null;
  linkIntro: string;
  notYou: string;
}

const LIVES = `The link works once and expires after ${RECOVERY_LINK_LIVES_MINUTES} minutes.`;
const CONFIRMS =
  'This also confirms your email address and signs out everyone who is signed in to the account.';
const ASK =
  'The email address of this account was never confirmed. Ask your HRX contact to check the account.';

const ABOUT_PASSWORD = {
  subject: 'Your HRX Invites password',
  asked: 'We received a request for a new password for the account with this email address.',
};
const ABOUT_SIGN_IN = {
  subject: 'Sign in to HRX Invites',
  asked: 'We received a request for a sign-in link for the account with this email address.',
};

const WORDS: Readonly<Record<RecoveryMailKind, Omit<RecoveryMailWords, 'linkIntro' | 'notYou'>>> = {
  code: {
    ...ABOUT_PASSWORD,
    heading: 'Set a new password',
    next: `Use this link to choose a new password. ${LIVES}`,
    button: 'Set a new password',
  },
  secret: {
    ...ABOUT_PASSWORD,
    heading: 'Set a new password',
    next: `Use this link to choose a new password. ${CONFIRMS} ${LIVES}`,
    button: 'Set a new password',
  },
  provider: {
    ...ABOUT_PASSWORD,
    heading: 'You sign in with Google',
    next: 'Your account has no password. Open HRX Invites and choose “Continue with Google”.',
    button: 'Open HRX Invites',
  },
  'ask-about-password': {
    ...ABOUT_PASSWORD,
    heading: "We can't reset your password by email",
    next: ASK,
    button: null,
  },
  'sign-in': {
    ...ABOUT_SIGN_IN,
    heading: 'Sign in',
    next: `Use this link to sign in without a password. ${LIVES} Don't share it.`,
    button: 'Sign in',
  },
  'password-first': {
    ...ABOUT_SIGN_IN,
    heading: 'Choose a password first',
    next: `Your email address is not confirmed yet, so a link can't sign you in. Choose a password first. ${CONFIRMS} ${LIVES}`,
    button: 'Choose a password',
  },
  'ask-about-sign-in': {
    ...ABOUT_SIGN_IN,
    heading: "We can't sign you in by email",
    next: ASK,
    button: null,
  },
};

export function recoveryMailWords(kind: RecoveryMailKind): RecoveryMailWords {
  return {
    ...WORDS[kind],
    linkIntro: "If the button doesn't work, copy this link into your browser:",
    notYou: "If you didn't request this, ignore this email. Nothing has changed.",
  };
}

/** @returns the plain text: the same sentences and the same link as the HTML. */
export function recoveryMailText(words: RecoveryMailWords, link: string): string {
  const { heading, asked, next, button, notYou } = words;
  const parts = [heading, asked, next, button && `${button}:\n${link}`, `--\n${notYou}`];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
