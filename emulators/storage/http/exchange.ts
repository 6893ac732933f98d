/** One request and its answer. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Services } from '../services.ts';
import { StorageError } from '../storageError.ts';

export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  method: string;
  /** Of the path, still percent-encoded. */
  segments: string[];
  query: URLSearchParams;
  services: Services;
}

export function openExchange(
  request: IncomingMessage,
  response: ServerResponse,
  services: Services,
): Exchange {
  const [path = '', ...query] = (request.url ?? '').split('?');
  return {
    request,
    response,
    method: request.method ?? '',
    segments: path.split('/').slice(1),
    query: new URLSearchParams(query.join('?')),
    services,
  };
}

/** @throws StorageError when it is no percent-encoded UTF-8 */
export function decodeSegment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new StorageError('invalidArgument', `The path is not percent-encoded UTF-8: ${text}`);
  }
}

/** @returns the query parameter, or undefined when it is missing or empty */
export function parameter({ query }: Exchange, name: string): string | undefined {
  return query.get(name) || undefined;
}

/** @returns the request's header, its bytes read as UTF-8 */
export function header({ request }: Pick<Exchange, 'request'>, name: string): string | undefined {
  const value = request.headers[name];
  const text = Array.isArray(value) ? value.join(', ') : value;
  return text === undefined ? undefined : Buffer.from(text, 'latin1').toString('utf8');
}

/** @returns all headers by their lower-case names; values of one that came more than once are joined by a comma alone */
export function headersByName({ request }: Exchange): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headersDistinct).map(([name, values = []]) => [
      name,
      Buffer.from(values.join(','), 'latin1').toString('utf8'),
    ]),
  );
}

/** @returns what the request says its body has, if it says so */
export function contentLength({ request }: Pick<Exchange, 'request'>): number | undefined {
  const length = request.headers['content-length'];
  return length === undefined ? undefined : Number(length);
}

/** @returns the address at which the client sees this server */
export function ownOrigin({ request }: Exchange): string {
  return `http://${request.headers.host ?? ''}`;
}

/** A header's value may hold UTF-8, and no line break. */
export function headerValue(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are what Node refuses in a header
  return Buffer.from(text.replace(/[\u0000-\u001f\u007f]/g, ' '), 'utf8').toString('latin1');
}

export function sendJson({ response }: Exchange, value: unknown, status = 200): void {
  send(response, status, 'application/json; charset=UTF-8', JSON.stringify(value));
}

export function sendXml({ response }: Exchange, xml: string, status = 200): void {
  send(response, status, 'application/xml; charset=UTF-8', xml);
}

export function sendEmpty(
  { response }: Exchange,
  status: number,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'Content-Length': '0', ...headers }).end();
}

export function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(text) }).end(text);
}
