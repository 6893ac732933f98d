/** Verifies a V4 signed URL: https://cloud.google.com/storage/docs/access-control/signed-urls */
import { createHash } from 'node:crypto';
import { header, type Exchange } from '../http/exchange.ts';
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
} from './signers.ts';

/** @returns whether the request carries a signature at all */
export function isSigned({ query }: Exchange): boolean {
  return query.has('X-Goog-Signature');
}

/**
 * @param resource the decoded path, such as `/bucket/folder/file.pdf`
 * @throws StorageError unless one of the accepted signers allowed exactly this request, for now
 */
export function assertSigned(exchange: Exchange, resource: string): void {
  const { query, services } = exchange;
  const credential = readCredential(
    query.get('X-Goog-Algorithm') ?? undefined,
    query.get('X-Goog-Credential') ?? undefined,
  );
  const date = query.get('X-Goog-Date') ?? undefined;
  const start = readSigningDate(date, credential);
  assertInTime(services.clock(), start, start + validitySeconds(query.get('X-Goog-Expires')) * 1000);

  const names = signedHeaders(exchange);
  const payload = names.includes('x-goog-content-sha256')
    ? header(exchange, 'x-goog-content-sha256')
    : undefined;
  // A URL that is signed for GET serves HEAD too. Google's client signs the host without its port.
  const methods = exchange.method === 'HEAD' ? ['HEAD', 'GET'] : [exchange.method];
  const hosts = [hostOf(exchange).replace(/:\d+$/, ''), hostOf(exchange)];
  const candidates = methods.flatMap((method) =>
    hosts.map((host) => {
      const headers = names.map((name): [string, string] => [
        name,
        name === 'host' ? host : headerAsSigned(exchange, name),
      ]);
      return canonicalRequest({ method, path: percentEncodePath(resource), query, headers, payload });
    }),
  );
  const texts = candidates.map((canonical) => {
    const hash = createHash('sha256').update(canonical).digest('hex');
    return [ALGORITHM, date, credential.scope, hash].join('\n');
  });
  const signature = query.get('X-Goog-Signature') ?? '';
  if (!texts.some((text) => isSignedBy(services.signers, credential.clientEmail, text, signature))) {
    throw new StorageError('signatureDoesNotMatch', undefined, {
      StringToSign: texts[0] ?? '',
      CanonicalRequest: candidates[0] ?? '',
    });
  }
}

function validitySeconds(text: string | null): number {
  const seconds = Number(text);
  if (!/^\d+$/.test(text ?? '') || seconds < 1 || seconds > LONGEST_VALIDITY_SECONDS) {
    throw new StorageError(
      'invalidArgument',
      `X-Goog-Expires must be from 1 to ${LONGEST_VALIDITY_SECONDS} seconds.`,
    );
  }
  return seconds;
}

/** @returns the names of the signed headers, each of which the request has; and every `x-goog-` header is among them */
function signedHeaders(exchange: Exchange): string[] {
  const names = (exchange.query.get('X-Goog-SignedHeaders') ?? '').split(';');
  const present = Object.keys(exchange.request.headers);
  if (!names.includes('host')) throw malformed('host', 'Host must be among the signed headers.');
  const missing = names.find((name) => !present.includes(name));
  if (missing !== undefined) {
    throw malformed(missing, 'Header was included in signedheaders, but not in the request.');
  }
  const unsigned = present.find((name) => name.startsWith('x-goog-') && !names.includes(name));
  if (unsigned !== undefined) {
    throw malformed(unsigned, 'Header was included in the request, but not in signedheaders.');
  }
  return names;
}

function malformed(name: string, details: string): StorageError {
  return new StorageError('malformedSecurityHeader', details, { ParameterName: name });
}

/** Values of a header that is sent more than once are joined by a comma alone. */
function headerAsSigned({ request }: Exchange, name: string): string {
  const values = request.headersDistinct[name] ?? [];
  return Buffer.from(values.join(','), 'latin1').toString('utf8');
}

function hostOf({ request }: Exchange): string {
  return request.headers.host ?? '';
}
