/** Refusals of who reaches a limit. No zod here. */
import type { ErrorTable } from './ErrorTable.ts';

export const limitErrors = {
  'limits/invites': {
    status: 'resource-exhausted',
    userMessage: 'You sent many invitations in a short time. Wait a moment and try again.',
  },
  'limits/links': {
    status: 'resource-exhausted',
    userMessage: 'You copied many links in a short time. Wait a moment and try again.',
  },
  'limits/misses': {
    status: 'resource-exhausted',
    userMessage:
      'Too many links that are not valid were opened from your network. Wait a moment and try again.',
  },
  'limits/addresses': {
    status: 'resource-exhausted',
    userMessage:
      'Too many wrong email addresses were entered for this link. Wait a few minutes and try again.',
  },
  'limits/reports': {
    status: 'resource-exhausted',
    userMessage: 'Too many reports were sent from your network. Wait a moment and try again.',
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
} as const satisfies ErrorTable;
