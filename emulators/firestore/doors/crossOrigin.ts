import type { IncomingMessage, ServerResponse } from 'node:http';

/** What the web SDK sends, here and in @firebase/rules-unit-testing. */
const ALLOWED_HEADERS = [
  'authorization',
  'content-type',
  'google-cloud-resource-prefix',
  'x-client-version',
  'x-firebase-appcheck',
  'x-firebase-gmpid',
  'x-goog-api-client',
  'x-goog-api-key',
  'x-goog-request-params',
];

/**
 * Lets pages of any origin read the answer: the pages under test come from other ports. The SDK sends credentials, and
 * then a browser takes no `*` (https://fetch.spec.whatwg.org/#cors-protocol-and-credentials).
 */
export function allowCrossOrigin(request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers;
  if (origin === undefined) return;

  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-credentials', 'true');
  response.setHeader('vary', 'origin');
}

/** Answers a preflight (OPTIONS) after `allowCrossOrigin`. */
export function answerPreflight(response: ServerResponse): void {
  response.writeHead(204, {
    'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
    'access-control-allow-headers': ALLOWED_HEADERS.join(', '),
    'access-control-max-age': '3600',
  });
  response.end();
}
