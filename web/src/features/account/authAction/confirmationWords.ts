import type { ActionMode } from './actionLink.ts';

/** The modes that change something once the person says so. */
export type ConfirmedMode = Extract<
  ActionMode,
  'recoverEmail' | 'verifyAndChangeEmail' | 'revertSecondFactorAddition'
>;

interface ConfirmationWords {
  question: { title: string; text: string; yes: string };
  /** `needsPassword`: somebody else may know the old one. */
  done: { title: string; text: string; needsPassword: boolean };
}

const MAYBE_KNOWN =
  'Somebody else may know your password. We mail you a link that sets a new one; do it now, to be safe.';

/** @param email the account's address, as it is or will be */
export function confirmationWords(mode: ConfirmedMode, email: string): ConfirmationWords {
  switch (mode) {
    case 'recoverEmail':
      return {
        question: {
          title: 'Take your old address back?',
          text: `The address of your account was changed. If that was not you, take ${email} back.`,
          yes: 'Take it back',
        },
        done: { title: 'Your old address is back', text: MAYBE_KNOWN, needsPassword: true },
      };
    case 'verifyAndChangeEmail':
      return {
        question: {
          title: 'Use your new address?',
          text: `From now on you would sign in with ${email}. Invitations to your old address do not reach you any more.`,
          yes: 'Use the new address',
        },
        done: {
          title: 'Your new address is in place',
          text: `Sign in with ${email} from now on. Your password is the same.`,
          needsPassword: false,
        },
      };
    case 'revertSecondFactorAddition':
      return {
        question: {
          title: 'Remove the second step?',
          text: `A second step was added to the sign-in of ${email}. If that was not you, remove it.`,
          yes: 'Remove it',
        },
        done: { title: 'The second step is gone', text: MAYBE_KNOWN, needsPassword: true },
      };
  }
}
