/** Verifies a V4 signed URL: https://cloud.google.com/storage/docs/access-control/signed-urls */
import { createHash } from 'node:crypto';
import { StorageError } from '../storageError.ts';
import { canonicalRequest } from './canonicalRequest.ts';
import { percentEncodePath } from './percentEncode.ts';
import {
  ALGORITHM,
  assertInTime,
  isSignedBy,
  LONGEST_VALIDITY_SECONDS,
  readCredential,
  readSigningDate,
  type Verifier,
} from './signers.ts';

export interface SignedRequest {
  method: string;
  /** The decoded path, such as `/bucket/folder/file.pdf`. */
  resource: string;
  query: URLSearchParams;
  /** By their lower-case names. Values of a header that came more than once are joined by a comma alone. */
  headers: Record<string, string>;
}

/** @returns whether the query carries a signature at all */
export function isSigned(query: URLSearchParams): boolean {
  return query.has('X-Goog-Signature');
}

/** @throws StorageError unless one of the accepted signers allowed exactly this request, for now */
export function assertSigned({ signers, clock }: Verifier, request: SignedRequest): void {
  const parameter = (name: string) => request.query.get(name) ?? undefined;
  const credential = readCredential(parameter('X-Goog-Algorithm'), parameter('X-Goog-Credential'));
  const date = parameter('X-Goog-Date');
  const start = readSigningDate(date, credential);
  assertInTime(clock(), start, start + validitySeconds(parameter('X-Goog-Expires')) * 1000);

  const candidates = canonicalRequests(request, signedHeaders(request));
  const texts = candidates.map((canonical) => {
    const hash = createHash('sha256').update(canonical).digest('hex');
    return [ALGORITHM, date, credential.scope, hash].join('\n');
  });
  const signature = parameter('X-Goog-Signature') ?? '';
  if (!texts.some((text) => isSignedBy(signers, credential.clientEmail, text, signature))) {
    throw new StorageError('signatureDoesNotMatch', undefined, {
      StringToSign: texts[0] ?? '',
      CanonicalRequest: candidates[0] ?? '',
    });
  }
}

function validitySeconds(text = ''): number {
  const seconds = Number(text);
  if (!/^\d+$/.test(text) || seconds < 1 || seconds > LONGEST_VALIDITY_SECONDS) {
    throw new StorageError(
      'invalidArgument',
      `X-Goog-Expires must be from 1 to ${LONGEST_VALIDITY_SECONDS} seconds.`,
    );
  }
  return seconds;
}

/** @returns the names of the signed headers, each of which the request has; and every `x-goog-` header is among them */
function signedHeaders({ query, headers }: SignedRequest): string[] {
  const names = (query.get('X-Goog-SignedHeaders') ?? '').split(';');
  if (!names.includes('host')) throw malformed('host', 'Host must be among the signed headers.');
  const missing = names.find((name) => headers[name] === undefined);
  if (missing !== undefined) {
    throw malformed(missing, 'Header was included in signedheaders, but not in the request.');
  }
  const unsigned = Object.keys(headers).find((name) => name.startsWith('x-goog-') && !names.includes(name));
  if (unsigned !== undefined) {
    throw malformed(unsigned, 'Header was included in the request, but not in signedheaders.');
  }
  return names;
}

function malformed(name: string, details: string): StorageError {
  return new StorageError('malformedSecurityHeader', details, { ParameterName: name });
}

/**
 * A URL that is signed for GET serves HEAD too, and Google's client signs the host without its port.
 *
 * @returns what may have been signed, the likeliest first
 */
function canonicalRequests({ method, resource, query, headers }: SignedRequest, names: string[]): string[] {
  const path = percentEncodePath(resource);
  const payload = names.includes('x-goog-content-sha256') ? headers['x-goog-content-sha256'] : undefined;
  const host = headers['host'] ?? '';
  const methods = method === 'HEAD' ? ['HEAD', 'GET'] : [method];
  return methods.flatMap((signedMethod) =>
    [host.replace(/:\d+$/, ''), host].map((signedHost) =>
      canonicalRequest({
        method: signedMethod,
        path,
        query,
        headers: names.map((name) => [name, name === 'host' ? signedHost : (headers[name] ?? '')]),
        payload,
      }),
    ),
  );
}
