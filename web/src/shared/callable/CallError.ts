import { isErrorCode, type ErrorDetails } from '../../../../functions/src/contract/errors.ts';
import { isFirebaseError } from '../firebase/isFirebaseError.ts';
import { errorMessage, type FailureCode } from './errorMessage.ts';

/** A call that failed: `message` is the sentence for the person, `code` is what programs branch on. */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly code: FailureCode;
  /** Field → what is wrong with it, for `request/invalid`. */
  readonly fields: Readonly<Record<string, string>>;
  readonly retryAfterSeconds: number | null;

  constructor(code: FailureCode, details: Omit<ErrorDetails, 'code'> = {}, cause?: unknown) {
    super(errorMessage(code, details.retryAfterSeconds), { cause });
    this.code = code;
    this.fields = details.fields ?? {};
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
  }
}

/**
 * What a failure without our details means: it comes from the SDK or from what stands between it and our code.
 * `internal` is what the SDK says when `fetch` fails (@firebase/functions, codeForHTTPStatus(0)).
 */
const TRANSPORT_CODES: Readonly<Record<string, FailureCode>> = {
  'functions/internal': 'web/offline',
  'functions/deadline-exceeded': 'web/timeout',
  'functions/unavailable': 'service/unavailable',
  'functions/resource-exhausted': 'service/unavailable',
  'functions/unauthenticated': 'auth/session-ended',
};

/** @returns `error` as a CallError; what nobody expected becomes `service/unexpected`, with its cause kept. */
export function toCallError(error: unknown): CallError {
  if (error instanceof CallError) return error;
  const details = detailsOf(error);
  if (details) return new CallError(details.code, details, error);
  const transport = isFirebaseError(error) ? TRANSPORT_CODES[error.code] : undefined;
  return new CallError(transport ?? 'service/unexpected', {}, error);
}

/** @returns the details that `defineCallable` sends, or null where they are not ours. */
function detailsOf(error: unknown): ErrorDetails | null {
  if (typeof error !== 'object' || error === null || !('details' in error)) return null;
  const { details } = error;
  if (typeof details !== 'object' || details === null || !('code' in details)) return null;
  if (!isErrorCode(details.code)) return null;
  const seconds = 'retryAfterSeconds' in details ? details.retryAfterSeconds : null;
  const fields = 'fields' in details ? details.fields : null;
  return {
    code: details.code,
    ...(typeof seconds === 'number' && { retryAfterSeconds: seconds }),
    ...(isFields(fields) && { fields }),
  };
}

function isFields(value: unknown): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((sentence) => typeof sentence === 'string')
  );
}
