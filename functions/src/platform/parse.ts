/** Parsing by the contract's schemas: a request that does not fit is refused field by field. */
import type * as z from 'zod';
import { DomainError } from './DomainError.ts';

/** More fields than any form has: a request with thousands of unknown keys gets a short answer. */
const FIELDS_MAX = 20;

/**
 * @returns the canonical request.
 * @throws request/invalid with the first message for each top-level field, unknown ones included.
 */
export function parseRequest<Schema extends z.ZodType>(schema: Schema, data: unknown): z.output<Schema> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new DomainError('request/invalid', { details: { fields: fieldErrors(parsed.error) } });
}

function fieldErrors(error: z.ZodError): Record<string, string> {
  const fields = new Map<string, string>();
  for (const issue of error.issues) {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : issue.path.slice(0, 1).map(String);
    const message = issue.code === 'unrecognized_keys' ? 'There is no such field.' : issue.message;
    for (const name of names) if (!fields.has(name)) fields.set(name.slice(0, 64), message);
  }
  return Object.fromEntries([...fields].slice(0, FIELDS_MAX));
}

/**
 * @returns the response as the contract says it.
 * @throws Error where the use case answers something else: a fault of ours.
 */
export function parseResponse<Schema extends z.ZodType>(schema: Schema, response: unknown): z.output<Schema> {
  const parsed = schema.safeParse(response);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`);
  throw new Error(`The response does not fit the contract (${places.join(', ')}).`);
}
