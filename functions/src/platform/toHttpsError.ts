/** The one mapper from what was thrown to what travels to the caller. Used by `defineCallable` alone. */
import { HttpsError } from 'firebase-functions/https';
import { ERRORS, type ErrorCode } from '../contract/errors.ts';
import { DomainError } from './DomainError.ts';

/** google.rpc.Code, as Firestore's client puts it into `code`. */
const GRPC_CODES: Readonly<Record<number, ErrorCode>> = {
  1: 'service/unavailable', // CANCELLED
  4: 'service/unavailable', // DEADLINE_EXCEEDED
  8: 'service/unavailable', // RESOURCE_EXHAUSTED: a quota of the project
  10: 'request/busy', // ABORTED: contention, after all retries
  14: 'service/unavailable', // UNAVAILABLE
};

/** The Admin SDK's own codes for an Auth or Tasks service that does not answer, or that asks us to wait. */
const UNAVAILABLE_CODES = new Set([
  'app/network-error',
  'app/network-timeout',
  'app/unable-to-parse-response',
  'auth/internal-error',
  'auth/quota-exceeded',
  'auth/too-many-requests',
]);

/** @returns the code of the contract for anything thrown; what we did not foresee is `service/unexpected`. */
export function toErrorCode(thrown: unknown): ErrorCode {
  if (thrown instanceof DomainError) return thrown.code;
  const code: unknown = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  if (typeof code === 'number') return GRPC_CODES[code] ?? 'service/unexpected';
  if (typeof code === 'string' && UNAVAILABLE_CODES.has(code)) return 'service/unavailable';
  return 'service/unexpected';
}

/** @returns the error that the caller receives: never more than the code, its sentence and the details meant for them. */
export function toHttpsError(thrown: unknown): HttpsError {
  const code = toErrorCode(thrown);
  const { status, userMessage } = ERRORS[code];
  return new HttpsError(status, userMessage, thrown instanceof DomainError ? thrown.details : { code });
}
