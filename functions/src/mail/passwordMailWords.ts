/** What a mail about a new password says, for its HTML and its plain text alike. Nothing that anybody typed is in it. Pure. */
import { RESET_LINK_LIVES_MINUTES } from '../contract/limits.ts';

/** What the mail offers: a link that sets a password, the way in without one, or whom to ask. */
export type PasswordMailKind = 'code' | 'secret' | 'provider' | 'ask';

export interface PasswordMailWords {
  subject: string;
  heading: string;
  asked: string;
  next: string;
  /** null where there is nothing to open. */
  button: string | null;
  linkIntro: string;
  notYou: string;
}

const LIVES = `The link works once, within ${RESET_LINK_LIVES_MINUTES} minutes.`;
const NEXT: Readonly<Record<PasswordMailKind, string>> = {
  code: `Choose a new one with this link. ${LIVES}`,
  secret: `Choose a new one with this link: it confirms that this address is yours, and signs out everybody who was signed in to the account before. ${LIVES}`,
  provider:
    'Your account has no password: you sign in with Google. Open the app and choose “Sign in with Google”.',
  ask: 'We cannot set one by mail for your account, since nobody ever confirmed its address. Ask your HRX contact to look at it.',
};
const BUTTONS: Readonly<Record<PasswordMailKind, string | null>> = {
  code: 'Set a new password',
  secret: 'Set a new password',
  provider: 'Open the app',
  ask: null,
};

export function passwordMailWords(kind: PasswordMailKind): PasswordMailWords {
  return {
    subject: 'Your new password',
    heading: kind === 'code' || kind === 'secret' ? 'Set a new password' : 'About your password',
    asked: 'Somebody, most likely you, asked for a new password for the account with this address.',
    next: NEXT[kind],
    button: BUTTONS[kind],
    linkIntro: 'If the button does not work, copy this address into your browser:',
    notYou: 'It was not you? Then you need not do anything: without this mail nothing changes.',
  };
}

/** @returns the plain text: the same sentences and the same link as the HTML. */
export function passwordMailText(words: PasswordMailWords, link: string): string {
  const { heading, asked, next, button, notYou } = words;
  const parts = [heading, asked, next, button && `${button}:\n${link}`, `--\n${notYou}`];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
