/** Every refusal of the product: its code, the transport status that it maps to, and what the person reads. No zod here. */

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
    userMessage: 'Some fields need another look. Mend them and try again.',
  },
  'request/key-reused': {
    status: 'invalid-argument',
    userMessage: 'This form was already sent with other contents. Open it again and send it once more.',
  },
  'request/busy': {
    status: 'aborted',
    userMessage: 'Somebody changed the same thing at the same moment. Try again.',
  },

  'request/not-from-app': {
    status: 'unauthenticated',
    userMessage: 'We could not make sure that this came from our app. Load the page again and try once more.',
  },

  'auth/required': { status: 'unauthenticated', userMessage: 'Sign in to go on.' },
  'auth/session-ended': {
    status: 'unauthenticated',
    userMessage: 'Your session has ended. Sign in again to go on.',
  },
  'auth/account-disabled': {
    status: 'permission-denied',
    userMessage: 'This account is blocked. Ask your HRX contact for help.',
  },

  'tenant/not-found': {
    status: 'not-found',
    userMessage: 'There is no such tenant, or you are not in it. Check with the person who invited you.',
  },

  'invite/not-allowed': {
    status: 'permission-denied',
    userMessage: 'You do not have permission to invite users to this tenant.',
  },
  'invite/offer-too-high': {
    status: 'permission-denied',
    userMessage: 'You can give at most your own role, security level and permissions. Choose a lower one.',
  },
  'invite/level-above-role': {
    status: 'invalid-argument',
    userMessage: 'This security level is too high for the role. Choose a lower level or a higher role.',
  },
  'invite/self': { status: 'invalid-argument', userMessage: 'This is your own address. You are already in.' },
  'invite/owner': {
    status: 'already-exists',
    userMessage: 'This person owns the tenant and does not need an invitation.',
  },
  'invite/already-member': {
    status: 'already-exists',
    userMessage: 'This person is already a member. Change their role instead of inviting them again.',
  },
  'invite/already-invited': {
    status: 'already-exists',
    userMessage: 'This person has an invitation that still waits. Copy its link, or wait until it ends.',
  },
  'invite/too-many-pending': {
    status: 'resource-exhausted',
    userMessage: 'This tenant has as many open invitations as it may. Wait until some are answered or end.',
  },
  'invite/not-pending': {
    status: 'failed-precondition',
    userMessage: 'This invitation does not wait any more. Invite the person again.',
  },
  'invite/not-found': {
    status: 'not-found',
    userMessage: 'This invitation is not valid. Ask the person who invited you for a new link.',
  },
  'invite/expired': {
    status: 'failed-precondition',
    userMessage: 'This invitation has expired. Ask the person who invited you for a new one.',
  },
  'invite/revoked': {
    status: 'failed-precondition',
    userMessage: 'This invitation was taken back. Ask the person who invited you what happened.',
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
    userMessage: 'A newer link took the place of this one. Use the newest link that you were given.',
  },
  'invite/wrong-account': {
    status: 'failed-precondition',
    userMessage: 'This invitation is for another address. Sign in with the account that was invited.',
  },
  'invite/address-not-proven': {
    status: 'failed-precondition',
    userMessage: 'We must know first that this address is yours. Open the link in the mail that we sent you.',
  },
  'invite/inviter-lost-right': {
    status: 'failed-precondition',
    userMessage:
      'The person who invited you may not give this role any more. Ask an Admin for a new invitation.',
  },
  'invite/admin-needed': {
    status: 'failed-precondition',
    userMessage:
      'This account can do things already, and its address was never confirmed. Ask your HRX contact to look at it; nothing was changed.',
  },
  'invite/mail-link-needed': {
    status: 'failed-precondition',
    userMessage: 'A link that was handed over cannot decline. Open the link in the mail, or sign in first.',
  },
  'invite/declined-recently': {
    status: 'failed-precondition',
    userMessage:
      'This person declined an invitation a short time ago. Give them some days before you ask again.',
  },
  'invite/password-needed': {
    status: 'invalid-argument',
    userMessage: 'Choose a password to go on.',
  },
  'invite/password-not-taken': {
    status: 'failed-precondition',
    userMessage: 'This account has a password already. Sign in with it; it was not changed.',
  },

  'recovery/not-found': {
    status: 'not-found',
    userMessage: 'This link is not valid any more: it works once, for an hour. Ask for a new one.',
  },
  'recovery/other-address': {
    status: 'failed-precondition',
    userMessage: 'This link was mailed to another address. Type the address of the mailbox that it came to.',
  },

  'members/not-allowed': {
    status: 'permission-denied',
    userMessage: 'You do not have permission to change members of this tenant.',
  },
  'members/not-found': {
    status: 'not-found',
    userMessage: 'This person is not an active member. Load the page again.',
  },
  'members/self': {
    status: 'failed-precondition',
    userMessage: 'Nobody changes their own role. Ask another Admin.',
  },
  'members/owner': {
    status: 'failed-precondition',
    userMessage: 'The owner of a tenant stays its Admin. Move the ownership first.',
  },
  'members/last-admin': {
    status: 'failed-precondition',
    userMessage: 'A tenant needs an active Admin, and this is the last one. Make somebody else Admin first.',
  },

  'limits/invites': {
    status: 'resource-exhausted',
    userMessage: 'You have sent many invitations in a short time. Wait a little and try again.',
  },
  'limits/refusals': {
    status: 'resource-exhausted',
    userMessage: 'Too many requests were refused. Wait a little before you try again.',
  },
  'limits/recoveries': {
    status: 'resource-exhausted',
    userMessage: 'Many links were asked for from where you are. Wait a little and try again.',
  },
  'limits/seats': {
    status: 'resource-exhausted',
    userMessage: 'All seats of this tenant are taken. An Admin can free one, or ask HRX for more.',
  },

  'service/unavailable': {
    status: 'unavailable',
    userMessage: 'The service does not answer right now. Nothing was changed; try again in a minute.',
  },
  'service/unexpected': {
    status: 'internal',
    userMessage: 'Something went wrong on our side. Try again; if it stays, tell us when it happened.',
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

/** What travels in `error.details`. */
export interface ErrorDetails {
  code: ErrorCode;
  /** When it is worth trying again: for resource-exhausted, and for what has to rest. */
  retryAfterSeconds?: number;
  /** For request/invalid: field → what is wrong with it and how to mend it. */
  fields?: Record<string, string>;
}

/** @returns whether `value` is a code of the table. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERRORS, value);
}
