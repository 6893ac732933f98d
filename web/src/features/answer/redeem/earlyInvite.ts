import type { CallableRequest } from '../../../../../functions/src/contract/callables.ts';
import { callableAddress } from '../../../shared/firebase/callableAddress.ts';
import { env } from '../../../shared/firebase/env.ts';
import { expectsSession } from '../../../shared/session/remembered.ts';
import { currentArrival, subscribeToArrivals } from './inviteLink.ts';

let asked: { secret: string; response: Promise<Response> } | null = null;

/**
 * Asks for the invitation of the link at hand while the page is still loading, as nobody: so not where somebody is
 * signed in, nor where App Check has to load first. Then the page asks by the SDK, as it does for every later call.
 */
function askEarly(): void {
  const { link } = currentArrival();
  asked = null;
  if (link.kind !== 'secret' || expectsSession() || env.appCheckSiteKey !== null) return;
  const request: CallableRequest<'getInvite'> = { secret: link.secret };
  const response = fetch(callableAddress('getInvite'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ data: request }),
  });
  response.catch(() => undefined); // The page says so, once it is there (readEarlyInvite.ts).
  asked = { secret: link.secret, response };
}

/** @returns the response for this secret, which may still be on its way; null where nobody has asked */
export function earlyResponse(secret: string): Promise<Response> | null {
  return asked?.secret === secret ? asked.response : null;
}

subscribeToArrivals(askEarly);
askEarly();
