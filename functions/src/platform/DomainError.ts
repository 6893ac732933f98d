/** The one error that core and use cases throw: a code of the contract's table, and what helps the caller to go on. */
import type { ErrorCode, ErrorDetails } from '../contract/errors.ts';

export interface DomainErrorOptions {
  cause?: unknown;
  /** What travels to the caller beside the code. */
  details?: Omit<ErrorDetails, 'code'>;
}

export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, options: DomainErrorOptions = {}) {
    super(code, 'cause' in options ? { cause: options.cause } : undefined);
    this.code = code;
    this.details = { ...options.details, code };
  }
}

/** @returns whether `error` is a DomainError, of this `code` where one is given. */
export function isDomainError(error: unknown, code?: ErrorCode): error is DomainError {
  return error instanceof DomainError && (code === undefined || error.code === code);
}
