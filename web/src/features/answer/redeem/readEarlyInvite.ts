import { CallError, toCallError } from '../../../shared/callable/CallError.ts';
import { connectionAnswered, learnFromFailure } from '../../../shared/connection/connection.ts';
import { earlyResponse } from './earlyInvite.ts';
import type { Invite } from './redeemReducer.ts';

/**
 * @returns the invitation that was asked for while the page was loading; null where nobody has asked
 * @throws CallError, as `call` does
 */
export function readEarlyInvite(secret: string): Promise<Invite> | null {
  const response = earlyResponse(secret);
  return response && readAnswer(response);
}

/** The body of a callable: https://firebase.google.com/docs/functions/callable-reference */
type Body = { result: Invite } | { error: { details?: unknown } };

async function readAnswer(response: Promise<Response>): Promise<Invite> {
  try {
    const body = await readBody(response);
    if ('error' in body) throw toCallError(body.error);
    connectionAnswered();
    return body.result;
  } catch (error) {
    const failure = toCallError(error);
    learnFromFailure(failure.code);
    throw failure;
  }
}

async function readBody(response: Promise<Response>): Promise<Body> {
  let answered: Response;
  try {
    answered = await response;
  } catch (error) {
    throw new CallError('web/offline', {}, error);
  }
  try {
    // Read once for each who asks: React's strict mode asks twice.
    return (await answered.clone().json()) as Body;
  } catch (error) {
    throw new CallError('service/unavailable', {}, error);
  }
}
