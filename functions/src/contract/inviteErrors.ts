/** Refusals about invitations. No zod here. */
import type { ErrorTable } from './ErrorTable.ts';

export const inviteErrors = {
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
    userMessage: 'This person already has an open invitation. Resend it, or copy its link.',
  },
  'invite/too-many-pending': {
    status: 'resource-exhausted',
    userMessage:
      'This company has too many open invitations. Revoke some, wait until some are answered, or ask HRX for a higher limit.',
  },
  'invite/own': {
    status: 'permission-denied',
    userMessage: "You can't change an invitation to yourself. Ask someone else who manages invitations.",
  },
  'invite/not-yours': {
    status: 'permission-denied',
    userMessage: 'You can only change invitations that you sent. Ask an Admin to change this one.',
  },
  'invite/offer-above-yours': {
    status: 'permission-denied',
    userMessage:
      'This invitation gives more than your own role, security level and permissions. Ask an Admin to change it.',
  },
  'invite/resent-recently': {
    status: 'resource-exhausted',
    userMessage: 'This invitation was resent a few minutes ago. Wait a moment and try again.',
  },
  'invite/resent-too-often': {
    status: 'failed-precondition',
    userMessage:
      'This invitation was already resent 5 times. Copy its link and send it yourself, or correct the address.',
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
  'invite/address-needed': {
    status: 'invalid-argument',
    userMessage: 'Enter your email address to continue.',
  },
  'invite/wrong-address': {
    status: 'failed-precondition',
    userMessage: 'This invitation was sent to another email address. Enter the address that received it.',
  },
  'invite/password-needed': {
    status: 'invalid-argument',
    userMessage: 'Choose a password to continue.',
  },
  'invite/password-not-taken': {
    status: 'failed-precondition',
    userMessage: "This account already has a password, and we didn't change it. Sign in with it.",
  },
} as const satisfies ErrorTable;
