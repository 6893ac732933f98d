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

const MAYBE_KNOWN = 'Someone else may know your password. Get a link by email and choose a new password now.';

/** @param email the account's address, as it is or will be */
export function confirmationWords(mode: ConfirmedMode, email: string): ConfirmationWords {
  switch (mode) {
    case 'recoverEmail':
      return {
        question: {
          title: 'Restore your old email address?',
          text: `The email address of your account was changed. If you didn't change it, restore ${email}.`,
          yes: 'Restore email address',
        },
        done: { title: 'Your old email address is restored', text: MAYBE_KNOWN, needsPassword: true },
      };
    case 'verifyAndChangeEmail':
      return {
        question: {
          title: 'Use your new email address?',
          text: `You will sign in with ${email} from now on. You will no longer see invitations to your old email address.`,
          yes: 'Use new email address',
        },
        done: {
          title: 'Your email address is changed',
          text: `Sign in with ${email} from now on. Your password is the same.`,
          needsPassword: false,
        },
      };
    case 'revertSecondFactorAddition':
      return {
        question: {
          title: 'Remove the second sign-in step?',
          text: `A second sign-in step was added for ${email}. If you didn't add it, remove it.`,
          yes: 'Remove second step',
        },
        done: { title: 'The second step is removed', text: MAYBE_KNOWN, needsPassword: true },
      };
  }
}
