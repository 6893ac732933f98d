/** Structured logs: an event and its facts, one line each. Ids may stand here; addresses, names and secrets may not. */
import { debug, error, info, warn } from 'firebase-functions/logger';

export type LogFacts = Record<string, string | number | boolean | null | object>;

const ADDRESS = /[^\s"'<>@:,()]+@[^\s"'<>@:,()]+/g;
const SECRET = /\b[0-9a-f]{64}\b/gi;
/** The credentials of a URI, and Firebase's one-time codes. */
const CREDENTIALS = /(:\/\/)[^\s/@]+@|(oobCode=)[^&\s"']+/g;

/** @returns `text` without what a library may have put into it: addresses, our secrets, codes, credentials. */
export function redact(text: string): string {
  return text.replace(CREDENTIALS, '$1$2…').replace(SECRET, '…').replace(ADDRESS, '…');
}

/** @returns what may be logged of an error, and of what caused it. */
export function describeError(thrown: unknown): LogFacts {
  if (!(thrown instanceof Error)) return { message: redact(String(thrown)) };
  const code = 'code' in thrown ? thrown.code : null;
  return {
    name: thrown.name,
    code: typeof code === 'string' || typeof code === 'number' ? code : null,
    message: redact(thrown.message),
    stack: redact(thrown.stack ?? ''),
    ...(thrown.cause === undefined ? {} : { cause: describeError(thrown.cause) }),
  };
}

export const log = {
  debug: (event: string, facts: LogFacts = {}) => debug(event, facts),
  info: (event: string, facts: LogFacts = {}) => info(event, facts),
  warn: (event: string, facts: LogFacts = {}) => warn(event, facts),
  error: (event: string, facts: LogFacts = {}) => error(event, facts),
};
