/** Every refusal of the product: its code, the transport status that it maps to, and what the person reads. No zod here. */

import { jobErrors } from './jobErrors.ts';

/** The statuses of callable functions that we use (google.rpc.Code in kebab case). */
export type ErrorStatus =
  | 'invalid-argument'
  | 'failed-precondition'
  | 'permission-denied'
  | 'unauthenticated'
  | 'not-found'
  | 'already-exists'
  | 'resource-exhausted'
  | 'aborted'
  | 'unavailable'
  | 'internal';

interface ErrorEntry {
  status: ErrorStatus;
  /** Says what happened and what to do about it, to whoever made the request. */
  userMessage: string;
}

/**
 * Chosen by what the caller can do: wrong whatever the state → invalid-argument; right but not now →
 * failed-precondition; not you → permission-denied; nobody → unauthenticated; duplicate → already-exists;
 * too many → resource-exhausted (with `retryAfterSeconds`); lost a race → aborted.
 */
export const ERRORS = {
  'request/invalid': {
    status: 'invalid-argument',
    userMessage: 'Check these fields and try again.',
  },
  'request/key-reused': {
    status: 'invalid-argument',
    userMessage:
      'This form was already sent with different details. Close it, open it again and send it once more.',
  },
  'request/busy': {
    status: 'aborted',
    userMessage: 'Someone else changed this at the same time. Try again.',
  },

  'request/not-from-app': {
    status: 'unauthenticated',
    userMessage: "We couldn't confirm that this request came from our app. Reload the page and try again.",
  },

  'auth/required': { status: 'unauthenticated', userMessage: 'Sign in to continue.' },
  'auth/session-ended': {
    status: 'unauthenticated',
    userMessage: 'Your session has ended. Sign in again.',
  },
  'auth/account-disabled': {
    status: 'permission-denied',
    userMessage: 'This account is blocked. Ask your HRX contact for help.',
  },

  'tenant/not-found': {
    status: 'not-found',
    userMessage: "This company doesn't exist, or you are not a member. Ask the person who invited you.",
  },

  'invite/not-allowed': {
    status: 'permission-denied',
    userMessage: "You don't have permission to invite people to this company.",
  },
  'invite/offer-too-high': {
    status: 'permission-denied',
    userMessage: "You can't give more than your own role, security level and permissions. Choose lower ones.",
  },
  'invite/level-above-role': {
    status: 'invalid-argument',
    userMessage: 'This security level is too high for the role. Choose a lower level or a higher role.',
  },
  'invite/self': {
    status: 'invalid-argument',
    userMessage: "You can't invite yourself. Enter another email address.",
  },
  'invite/owner': {
    status: 'already-exists',
    userMessage: "This person is the owner of the company. They don't need an invitation.",
  },
  'invite/already-member': {
    status: 'already-exists',
    userMessage: 'This person is already a member. Change their role instead.',
  },
  'invite/already-invited': {
    status: 'already-exists',
    userMessage: 'This person already has an open invitation. Copy its link, or wait until it expires.',
  },
  'invite/too-many-pending': {
    status: 'resource-exhausted',
    userMessage:
      'This company has too many open invitations. Try again when some are answered or have expired.',
  },
  'invite/not-pending': {
    status: 'failed-precondition',
    userMessage: 'This invitation is no longer open. Invite the person again.',
  },
  'invite/not-found': {
    status: 'not-found',
    userMessage: 'This invitation link is not valid. Ask the person who invited you for a new link.',
  },
  'invite/expired': {
    status: 'failed-precondition',
    userMessage: 'This invitation has expired. Ask the person who invited you for a new one.',
  },
  'invite/revoked': {
    status: 'failed-precondition',
    userMessage: 'This invitation was cancelled. Ask the person who invited you for a new one.',
  },
  'invite/declined': {
    status: 'failed-precondition',
    userMessage: 'This invitation was declined. Ask the person who invited you for a new one.',
  },
  'invite/used': {
    status: 'failed-precondition',
    userMessage: 'This invitation was already accepted. Sign in with the account that accepted it.',
  },
  'invite/replaced': {
    status: 'failed-precondition',
    userMessage: 'There is a newer link for this invitation. Use the newest link you received.',
  },
  'invite/wrong-account': {
    status: 'failed-precondition',
    userMessage: 'This invitation is for another email address. Sign in with the account that was invited.',
  },
  'invite/address-not-proven': {
    status: 'failed-precondition',
    userMessage: 'Confirm your email address first. Open the link in the email we sent you.',
  },
  'invite/inviter-lost-right': {
    status: 'failed-precondition',
    userMessage:
      'The person who invited you can no longer give this role. Ask an Admin for a new invitation.',
  },
  'invite/admin-needed': {
    status: 'failed-precondition',
    userMessage:
      'This account already has access, but its email address was never confirmed. Nothing was changed. Ask your HRX contact to check the account.',
  },
  'invite/mail-link-needed': {
    status: 'failed-precondition',
    userMessage: "You can't decline with this link. Open the link in the invitation email, or sign in first.",
  },
  'invite/declined-recently': {
    status: 'failed-precondition',
    userMessage: 'This person declined an invitation recently. Wait a few days before you invite them again.',
  },
  'invite/password-needed': {
    status: 'invalid-argument',
    userMessage: 'Choose a password to continue.',
  },
  'invite/password-not-taken': {
    status: 'failed-precondition',
    userMessage: "This account already has a password, and we didn't change it. Sign in with it.",
  },

  'recovery/not-found': {
    status: 'not-found',
    userMessage: 'This link has expired or was already used. Request a new one.',
  },
  'recovery/other-address': {
    status: 'failed-precondition',
    userMessage: 'This link was sent to another email address. Enter the address that received it.',
  },

  'members/not-allowed': {
    status: 'permission-denied',
    userMessage: "You don't have permission to change members of this company.",
  },
  'members/not-found': {
    status: 'not-found',
    userMessage: 'This person is not an active member. Reload the page.',
  },
  'members/self': {
    status: 'failed-precondition',
    userMessage: "You can't change your own role. Ask another Admin.",
  },
  'members/owner': {
    status: 'failed-precondition',
    userMessage: 'The owner of a company must be an Admin. Transfer the ownership first.',
  },
  'members/last-admin': {
    status: 'failed-precondition',
    userMessage: 'A company needs at least one active Admin. Make someone else an Admin first.',
  },

  ...jobErrors,

  'limits/invites': {
    status: 'resource-exhausted',
    userMessage: 'You sent many invitations in a short time. Wait a moment and try again.',
  },
  'limits/refusals': {
    status: 'resource-exhausted',
    userMessage: 'Too many requests failed. Wait a moment and try again.',
  },
  'limits/recoveries': {
    status: 'resource-exhausted',
    userMessage: 'Too many links were requested from your network. Wait a moment and try again.',
  },
  'limits/seats': {
    status: 'resource-exhausted',
    userMessage: 'All seats of this company are taken. An Admin can free a seat, or ask HRX for more.',
  },

  'service/unavailable': {
    status: 'unavailable',
    userMessage: 'The service is not available right now. Nothing was changed. Try again in a minute.',
  },
  'service/unexpected': {
    status: 'internal',
    userMessage: 'Something went wrong on our side. Try again. If it keeps happening, tell your HRX contact.',
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

/** What travels in `error.details`. */
export interface ErrorDetails {
  code: ErrorCode;
  /** When it is worth trying again: for resource-exhausted, and for what has to rest. */
  retryAfterSeconds?: number;
  /** For request/invalid: field → what is wrong with it and how to correct it. */
  fields?: Record<string, string>;
}

/** @returns whether `value` is a code of the table. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERRORS, value);
}
