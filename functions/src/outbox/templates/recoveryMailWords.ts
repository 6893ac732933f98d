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

const LIVES = `The link works once, within ${RECOVERY_LINK_LIVES_MINUTES} minutes.`;
const CONFIRMS =
  'it confirms that this address is yours, and signs out everybody who was signed in to the account before.';
const ASK = 'since nobody ever confirmed its address. Ask your HRX contact to look at it.';

const ABOUT_PASSWORD = {
  subject: 'Your new password',
  asked: 'Somebody, most likely you, asked for a new password for the account with this address.',
};
const ABOUT_SIGN_IN = {
  subject: 'Signing in to HRX Invites',
  asked: 'Somebody, most likely you, asked for a link that signs in to the account with this address.',
};

const WORDS: Readonly<Record<RecoveryMailKind, Omit<RecoveryMailWords, 'linkIntro' | 'notYou'>>> = {
  code: {
    ...ABOUT_PASSWORD,
    heading: 'Set a new password',
    next: `Choose a new one with this link. ${LIVES}`,
    button: 'Set a new password',
  },
  secret: {
    ...ABOUT_PASSWORD,
    heading: 'Set a new password',
    next: `Choose a new one with this link: ${CONFIRMS} ${LIVES}`,
    button: 'Set a new password',
  },
  provider: {
    ...ABOUT_PASSWORD,
    heading: 'About your password',
    next: 'Your account has no password: you sign in with Google. Open the app and choose “Continue with Google”.',
    button: 'Open the app',
  },
  'ask-about-password': {
    ...ABOUT_PASSWORD,
    heading: 'About your password',
    next: `We cannot set one by mail for your account, ${ASK}`,
    button: null,
  },
  'sign-in': {
    ...ABOUT_SIGN_IN,
    heading: 'Sign in',
    next: `This link signs you in, without a password. ${LIVES} Keep it to yourself.`,
    button: 'Sign in',
  },
  'password-first': {
    ...ABOUT_SIGN_IN,
    heading: 'Choose a password first',
    next: `We do not know yet that this address is yours, so a link alone cannot sign you in. Choose a password with this one: ${CONFIRMS} ${LIVES}`,
    button: 'Choose a password',
  },
  'ask-about-sign-in': {
    ...ABOUT_SIGN_IN,
    heading: 'About signing in',
    next: `We cannot sign you in to your account by mail, ${ASK}`,
    button: null,
  },
};

export function recoveryMailWords(kind: RecoveryMailKind): RecoveryMailWords {
  return {
    ...WORDS[kind],
    linkIntro: 'If the button does not work, copy this address into your browser:',
    notYou: 'It was not you? Then you need not do anything: without this mail nothing changes.',
  };
}

/** @returns the plain text: the same sentences and the same link as the HTML. */
export function recoveryMailText(words: RecoveryMailWords, link: string): string {
  const { heading, asked, next, button, notYou } = words;
  const parts = [heading, asked, next, button && `${button}:\n${link}`, `--\n${notYou}`];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
