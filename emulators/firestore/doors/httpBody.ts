import type { IncomingMessage, ServerResponse } from 'node:http';
import { FirestoreError } from '../types.ts';

/** Firestore takes 10 MiB in a request (https://firebase.google.com/docs/firestore/quotas); JSON makes bytes longer. */
const BODY_LIMIT_BYTES = 32 * 1024 * 1024;

/**
 * Reads a request's body as text.
 *
 * @throws FirestoreError INVALID_ARGUMENT past 32 MiB
 */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;

  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > BODY_LIMIT_BYTES) throw new FirestoreError('INVALID_ARGUMENT', 'The request is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * Reads a request's body as JSON; an empty body is an empty object.
 *
 * @throws FirestoreError INVALID_ARGUMENT where it is no JSON object
 */
export async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const text = await readBody(request);
  const json = parseJson(text === '' ? '{}' : text);

  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new FirestoreError('INVALID_ARGUMENT', 'The body must be a JSON object.');
  }
  return { ...json };
}

/**
 * Parses JSON that came from a client.
 *
 * @throws FirestoreError INVALID_ARGUMENT where it is no JSON
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FirestoreError('INVALID_ARGUMENT', `The text is no JSON: ${reason}`);
  }
}

/** Answers with a JSON body. */
export function answerJson(response: ServerResponse, httpCode: number, body: unknown): void {
  response.writeHead(httpCode, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

/** Answers with plain text; `nosniff` keeps browsers from holding back the first bytes to guess what they are. */
export function answerText(
  response: ServerResponse,
  httpCode: number,
  text: string,
  contentType = 'text/plain',
): void {
  response.writeHead(httpCode, {
    'content-type': `${contentType}; charset=utf-8`,
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}
