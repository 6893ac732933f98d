/** Structured logs: an event and its facts, one line each. Ids may stand here; addresses, names and secrets may not. */
import * as logger from 'firebase-functions/logger';
import { LOG_LEVEL, LOG_LEVELS, type LogLevel } from './params.ts';

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

type Write = (event: string, facts: LogFacts) => void;

/**
 * What each level tells, and everything after it with it:
 * `debug`: every call, task and run that went well, with the ids that it was about and how long it took;
 * `info`: what left the house, what was refused to whom, what a schedule did;
 * `warn`: what should not be and does no harm;
 * `error`: what failed, with its cause.
 *
 * @param least asked at each line: the least level that is written. Anything that is no level counts as `info`.
 * @param write where each level goes.
 */
export function logOf(least: () => string, write: Readonly<Record<LogLevel, Write>>) {
  const writer = (level: LogLevel) => {
    return (event: string, facts: LogFacts = {}) => {
      const known = LOG_LEVELS.find((each) => each === least()) ?? 'info';
      if (LOG_LEVELS.indexOf(level) >= LOG_LEVELS.indexOf(known)) write[level](event, facts);
    };
  };
  return { debug: writer('debug'), info: writer('info'), warn: writer('warn'), error: writer('error') };
}

export const log = logOf(() => LOG_LEVEL.value(), logger);
