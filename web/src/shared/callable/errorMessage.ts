import { ERRORS, type ErrorCode } from '../../../../functions/src/contract/errors.ts';
import { durationInWords } from '../words/timeInWords.ts';

/** What happens between the page, the service and Google, which no server of ours can tell. */
const WEB_ERRORS = {
  'web/offline': "We can't reach the service. Check your connection and try again.",
  'web/google-offline':
    'Signing in with Google needs a network connection. Connect to the internet and try again.',
  'web/not-invited':
    'This Google account was not invited. Use the account that was invited, or ask for an invitation to this email address.',
  'web/timeout': 'The service took too long to answer. Check if it worked before you try again.',
} as const;

/** Every reason for which a call can fail, seen from the page. */
export type FailureCode = ErrorCode | keyof typeof WEB_ERRORS;

const SENTENCES: Record<FailureCode, string> = {
  ...WEB_ERRORS,
  ...(Object.fromEntries(Object.entries(ERRORS).map(([code, entry]) => [code, entry.userMessage])) as Record<
    ErrorCode,
    string
  >),
};

/** @returns what the person reads: what happened, what to do next and, where the server said so, when. */
export function errorMessage(code: FailureCode, retryAfterSeconds?: number | null): string {
  const sentence = SENTENCES[code];
  if (retryAfterSeconds === undefined || retryAfterSeconds === null) return sentence;
  return `${sentence} You can try again in ${durationInWords(retryAfterSeconds)}.`;
}
