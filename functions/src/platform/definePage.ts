/** The path of a page that a function answers with itself: method → answer → headers that let it load and send nothing. */
import { onRequest, type HttpsFunction } from 'firebase-functions/https';
import type { CallableOptions } from './defineCallable.ts';
import { isDomainError } from './DomainError.ts';
import { htmlPage } from './htmlPage.ts';
import { describeError, log } from './log.ts';
import { networkOf } from './networkOf.ts';
import { REGION } from './params.ts';

export interface PageRequest {
  method: 'GET' | 'POST';
  /** What stands behind the function's name in the address, with a slash. */
  path: string;
  /** As it came: anybody can send anything. */
  body: Buffer;
  /** Where the request comes from: a key to count by, and nothing to show. */
  network: string;
}

export interface PageAnswer {
  status: number;
  html: string;
}

const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
  'Cache-Control': 'no-store',
};

const FAILED = htmlPage({
  title: 'Something went wrong',
  text: 'Nothing was changed. Try again in a minute.',
});
const TOO_MANY = htmlPage({ title: 'Too many requests', text: 'Wait a minute and try again.' });

/** @param answer what is asked: GET must change nothing, for mail scanners open every link. */
export function definePage<Deps>(
  name: string,
  getDeps: () => Deps,
  answer: (deps: Deps, request: PageRequest) => Promise<PageAnswer>,
  { secrets = [] }: CallableOptions = {},
): HttpsFunction {
  return onRequest({ region: REGION, cors: false, invoker: 'public', secrets }, async (request, response) => {
    response.set(HEADERS);
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    if (method !== 'GET' && method !== 'POST') {
      response.set('Allow', 'GET, HEAD, POST').status(405).end();
      return;
    }
    try {
      const { status, html } = await answer(getDeps(), {
        method,
        path: request.path,
        body: request.rawBody,
        network: networkOf(request),
      });
      log.debug('answered', { page: name, method, status });
      response.status(status).type('html').send(html);
    } catch (thrown) {
      const seconds = isDomainError(thrown) ? thrown.details.retryAfterSeconds : undefined;
      if (seconds === undefined) log.error('failed', { page: name, error: describeError(thrown) });
      else log.info('refused', { page: name });
      if (seconds !== undefined) response.set('Retry-After', String(seconds));
      response.status(seconds === undefined ? 500 : 429).type('html');
      response.send(seconds === undefined ? FAILED : TOO_MANY);
    }
  });
}
