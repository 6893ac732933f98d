import { toFirestoreError } from '../service/statusCodes.ts';
import type { StatusName } from '../types.ts';

/** https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto gives each status its HTTP code. */
const HTTP_CODES: Record<StatusName, number> = {
  CANCELLED: 499,
  INVALID_ARGUMENT: 400,
  NOT_FOUND: 404,
  ALREADY_EXISTS: 409,
  PERMISSION_DENIED: 403,
  RESOURCE_EXHAUSTED: 429,
  FAILED_PRECONDITION: 400,
  ABORTED: 409,
  OUT_OF_RANGE: 400,
  UNIMPLEMENTED: 501,
  INTERNAL: 500,
  UNAVAILABLE: 503,
  UNAUTHENTICATED: 401,
};

/** An error as Google's JSON APIs answer it, in a response's body and in a WebChannel message. */
export interface RestError {
  error: { code: number; message: string; status: StatusName };
}

/** Turns whatever was thrown into Google's JSON error. */
export function toRestError(thrown: unknown): RestError {
  const { status, message } = toFirestoreError(thrown);
  return { error: { code: HTTP_CODES[status], message, status } };
}
