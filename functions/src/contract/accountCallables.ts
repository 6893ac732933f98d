/** The callables by which somebody comes back into their account. */
import * as z from 'zod';
import type { CallableTable } from './CallableTable.ts';
import { emailField, passwordField, secretField, switchField } from './fields.ts';

export const accountCallables = {
  /**
   * For anybody; the answer is the same whatever becomes of it. The mail leads to `/auth/action?mode=resetPassword&oobCode=…`
   * (Firebase's code, for `confirmPasswordReset`), or to `/auth/action#<secret>` (ours, for `setNewPassword`), or is the
   * invitation that still waits where nobody has used the account. An invitee who is signed in and told `check-mail` with
   * a mailed link in hand proves their address in this way.
   */
  requestPasswordReset: {
    who: 'anybody',
    request: z.strictObject({ email: emailField }),
    response: z.strictObject({}),
  },
  /** For who holds the secret of our own mail about a new password. Then they sign in with it, everywhere anew. */
  setNewPassword: {
    who: 'anybody',
    request: z.strictObject({ secret: secretField, password: passwordField }),
    response: z.strictObject({ email: z.string() }),
  },
  /**
   * For anybody; the answer is the same whatever becomes of it. The mail leads to `/auth/action?mode=signIn#<secret>` (ours,
   * for `redeemSignInLink`), or, where nobody has proven the address, to `/auth/action#<secret>` (for `setNewPassword`), or
   * is the invitation that still waits where nobody has used the account.
   */
  requestSignInLink: {
    who: 'anybody',
    request: z.strictObject({ email: emailField }),
    response: z.strictObject({}),
  },
  /**
   * For who holds the secret of a mailed sign-in link, and says to which address it came. The code is Firebase's, and signs
   * in as the one of `redeemInvite` does for `email-link`. A wrong address uses nothing up.
   */
  redeemSignInLink: {
    who: 'anybody',
    request: z.strictObject({ secret: secretField, email: emailField }),
    response: z.strictObject({ code: z.string() }),
  },
  /** For who is signed in: which emails they get about invitations that they sent. What is left out stays as it is. */
  setMyNotices: {
    who: 'self',
    request: z.strictObject({
      notices: z.strictObject({
        accepted: switchField.nullish(),
        declined: switchField.nullish(),
        not_delivered: switchField.nullish(),
        expired: switchField.nullish(),
      }),
    }),
    /** What they are now. */
    response: z.strictObject({
      notices: z.strictObject({
        accepted: z.boolean(),
        declined: z.boolean(),
        not_delivered: z.boolean(),
        expired: z.boolean(),
      }),
    }),
  },
} as const satisfies CallableTable;
