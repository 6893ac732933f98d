/**
 * Every refusal of the product: its code, the transport status that it maps to, and what the person reads. Composed of the
 * features' tables. No zod here.
 */
import { accountErrors } from './accountErrors.ts';
import { inviteErrors } from './inviteErrors.ts';
import { jobErrors } from './jobErrors.ts';
import { limitErrors } from './limitErrors.ts';
import { memberErrors } from './memberErrors.ts';
import { requestErrors } from './requestErrors.ts';
import { tenantErrors } from './tenantErrors.ts';
import type { ErrorTable } from './ErrorTable.ts';

export type { ErrorStatus } from './ErrorTable.ts';

export const ERRORS = {
  ...requestErrors,
  ...accountErrors,
  ...tenantErrors,
  ...inviteErrors,
  ...memberErrors,
  ...jobErrors,
  ...limitErrors,
} as const satisfies ErrorTable;

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
