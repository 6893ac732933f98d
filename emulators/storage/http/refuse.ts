/** Answers a request that failed, and ends an upload that goes on nevertheless. */
import type { IncomingMessage } from 'node:http';
import { StorageError } from '../storageError.ts';
import { jsonErrorBody, xmlErrorBody } from './errorBodies.ts';
import { send, sendEmpty, type Exchange } from './exchange.ts';

export type ErrorFormat = 'json' | 'xml' | 'text';

/** So much more of a refused body is read and dropped, so that the client reads the answer before the end. */
const DROPPED_BYTES = 1024 * 1024;
const DROPPED_MS = 5000;

/** @param error a StorageError, or whatever went wrong here, which is printed */
export function refuse(exchange: Exchange, error: unknown, format: ErrorFormat): void {
  const { request, response, method } = exchange;
  if (response.headersSent || request.socket.destroyed) {
    response.destroy();
    return;
  }
  const refusal = error instanceof StorageError ? error : new StorageError('internal');
  if (refusal !== error) console.error(`${method} ${request.url ?? ''} failed:`, error);
  const { status } = refusal.problem;
  endBody(request);
  if (method === 'HEAD' || status === 304) sendEmpty(exchange, status);
  else if (format === 'json')
    send(response, status, 'application/json; charset=UTF-8', jsonErrorBody(refusal));
  else if (format === 'xml') send(response, status, 'application/xml; charset=UTF-8', xmlErrorBody(refusal));
  else send(response, status, 'text/html; charset=UTF-8', refusal.details ?? refusal.message);
}

function endBody(request: IncomingMessage): void {
  // Nobody reads it any more.
  request.unpipe();
  request.resume();
  if (request.complete) return;
  const { socket } = request;
  let left = DROPPED_BYTES;
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) socket.destroy();
  });
  request.on('error', () => socket.destroy());
  const tooLong = setTimeout(() => socket.destroy(), DROPPED_MS);
  request.once('close', () => clearTimeout(tooLong));
}
