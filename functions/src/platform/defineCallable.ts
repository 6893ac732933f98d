/** The request path of every callable: authenticate → parse → run → check the response → map errors. */
import { onCall, type CallableFunction, type CallableRequest as RawRequest } from 'firebase-functions/https';
import type { defineSecret } from 'firebase-functions/params';
import {
  CALLABLES,
  type CallableName,
  type CallableRequest,
  type CallableResponse,
} from '../contract/callables.ts';
import { authenticate, type Caller } from './authenticate.ts';
import type { Clock } from './clock.ts';
import { DomainError } from './DomainError.ts';
import { describeError, log } from './log.ts';
import { networkOf } from './networkOf.ts';
import { APP_CHECK, FRONTEND_URL, isEmulated, projectId, REGION } from './params.ts';
import { parseRequest, parseResponse } from './parse.ts';
import { toErrorCode, toHttpsError } from './toHttpsError.ts';
import { decodable, wasUnreadable } from './unreadableBody.ts';

/** No request of the contract comes near: what is larger is refused before any schema looks at it. */
const REQUEST_BYTES_MAX = 32 * 1024;

export interface CallableOptions {
  secrets?: ReturnType<typeof defineSecret>[];
}

export type Callable = CallableFunction<unknown, Promise<unknown>>;

/** A use case, as a callable runs it. */
export type Run<Name extends CallableName, Deps, Who> = (
  deps: Deps,
  who: Who,
  request: CallableRequest<Name>,
  /** Where the request comes from: a key to count by, and nothing to show. */
  network: string,
) => Promise<CallableResponse<Name>>;

/**
 * @param name the callable's name in the contract, and its deployed name.
 * @param getDeps asked at each call: no parameter may be read while functions are discovered.
 * @param admit who may call at all: `requireCaller`, or anybody.
 * @param run the use case.
 */
export function defineCallable<Name extends CallableName, Deps extends { clock: Clock }, Who>(
  name: Name,
  getDeps: () => Deps,
  admit: (caller: Caller | null) => Who,
  run: Run<Name, Deps, Who>,
  options: CallableOptions = {},
): Callable {
  const callable = onCall(
    { region: REGION, cors: FRONTEND_URL, secrets: options.secrets ?? [] },
    async (raw) => {
      try {
        const deps = getDeps();
        assertAcceptable(raw);
        const who = admit(authenticate(raw.auth, { projectId: projectId(), now: deps.clock.now() }));
        const request = parseRequest(CALLABLES[name].request, raw.data) as CallableRequest<Name>;
        const began = performance.now();
        const response = await run(deps, who, request, networkOf(raw.rawRequest));
        log.debug('answered', {
          callable: name,
          caller: raw.auth?.uid ?? null,
          ...idsOf(request),
          milliseconds: Math.round(performance.now() - began),
        });
        return parseResponse(CALLABLES[name].response, response);
      } catch (thrown) {
        report(name, raw.auth?.uid ?? null, thrown);
        throw toHttpsError(thrown);
      }
    },
  );
  return decodable(callable);
}

/** @returns who is signed in. @throws auth/required. */
export function requireCaller(caller: Caller | null): Caller {
  if (caller === null) throw new DomainError('auth/required');
  return caller;
}

/** @throws request/invalid for a body that is too large or cannot be decoded, request/not-from-app where App Check is on and does not vouch. */
function assertAcceptable(raw: RawRequest): void {
  const isTooLarge = raw.rawRequest.rawBody.length > REQUEST_BYTES_MAX;
  if (isTooLarge || wasUnreadable(raw.rawRequest)) throw new DomainError('request/invalid');
  if (raw.app === undefined && !isEmulated() && APP_CHECK.value())
    throw new DomainError('request/not-from-app');
}

/** @returns what a request is about: ids alone, whatever else it holds. */
function idsOf(request: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request).filter(([name, value]) => ID_FIELDS.has(name) && typeof value === 'string'),
  ) as Record<string, string>;
}
const ID_FIELDS = new Set(['tenantId', 'uid', 'jobId']);

function report(callable: CallableName, caller: string | null, thrown: unknown): void {
  const code = toErrorCode(thrown);
  if (thrown instanceof DomainError && thrown.cause === undefined)
    log.info('refused', { callable, caller, code });
  else log.error('failed', { callable, caller, code, error: describeError(thrown) });
}
