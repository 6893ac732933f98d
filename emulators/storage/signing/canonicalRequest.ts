/** The text that is signed: https://cloud.google.com/storage/docs/authentication/canonical-requests */
import { percentEncode } from './percentEncode.ts';

export interface CanonicalRequestParts {
  method: string;
  /** Percent-encoded. */
  path: string;
  /** Decoded. The signature itself is left out. */
  query: URLSearchParams;
  /** Every signed header by its lower-case name, in the order of their names. */
  headers: [string, string][];
  /** The hash of the body, when it was signed. */
  payload?: string | undefined;
}

export function canonicalRequest({ method, path, query, headers, payload }: CanonicalRequestParts): string {
  return [
    method,
    path,
    canonicalQuery(query),
    ...headers.map(([name, value]) => `${name}:${value.trim().replace(/\s{2,}/g, ' ')}`),
    '',
    headers.map(([name]) => name).join(';'),
    payload ?? 'UNSIGNED-PAYLOAD',
  ].join('\n');
}

function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .filter(([name]) => name.toLowerCase() !== 'x-goog-signature')
    .map(([name, value]) => [percentEncode(name), percentEncode(value)] as const)
    .sort(([a, x], [b, y]) => inOrder(a, b) || inOrder(x, y))
    .map((pair) => pair.join('='))
    .join('&');
}

function inOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
