/** What the XML API says of an object in headers: https://cloud.google.com/storage/docs/xml-api/reference-headers */
import { header, type Exchange } from '../http/exchange.ts';
import { statedHashes } from '../http/statedHashes.ts';
import { readPreconditions, type Preconditions } from '../store/preconditions.ts';
import type { ObjectAttributes } from '../store/storedObject.ts';
import { StorageError } from '../storageError.ts';
import type { ObjectAddress, ObjectRequest } from '../uploads/objectRequest.ts';
import { lengthRange, type LengthRange } from '../uploads/receiveBytes.ts';

const ATTRIBUTE_HEADERS = {
  contentType: 'content-type',
  contentDisposition: 'content-disposition',
  contentEncoding: 'content-encoding',
  contentLanguage: 'content-language',
  cacheControl: 'cache-control',
  customTime: 'x-goog-custom-time',
} as const;

const CUSTOM_PREFIX = 'x-goog-meta-';

/** What would change the meaning of the request if it were passed over. */
const NOT_SUPPORTED = [
  'x-goog-acl',
  'x-goog-copy-source',
  'x-goog-encryption-key',
  'x-goog-encryption-kms-key-name',
];

/** @throws StorageError `notImplemented` */
export function assertSupported({ request }: Exchange): void {
  const unsupported = NOT_SUPPORTED.find((name) => request.headers[name] !== undefined);
  if (unsupported !== undefined)
    throw new StorageError('notImplemented', `Remove the header ${unsupported}.`);
}

/** @param read gives a header, or the form's field of that name */
export function readAttributes(
  names: Iterable<string>,
  read: (name: string) => string | undefined,
): ObjectAttributes {
  const attributes: ObjectAttributes = {};
  for (const name of Object.keys(ATTRIBUTE_HEADERS) as (keyof typeof ATTRIBUTE_HEADERS)[]) {
    const value = read(ATTRIBUTE_HEADERS[name]);
    if (value !== undefined && value !== '') attributes[name] = value;
  }
  const metadata: Record<string, string> = {};
  for (const name of names) {
    if (name.startsWith(CUSTOM_PREFIX)) metadata[name.slice(CUSTOM_PREFIX.length)] = read(name) ?? '';
  }
  return Object.keys(metadata).length > 0 ? { ...attributes, metadata } : attributes;
}

/** The object that these headers announce. @throws StorageError */
export function headerRequest(exchange: Exchange, address: ObjectAddress): ObjectRequest {
  return {
    ...address,
    attributes: headerAttributes(exchange),
    preconditions: headerPreconditions(exchange),
    expected: statedHashes(exchange),
    range: headerLengthRange(exchange),
  };
}

function headerAttributes(exchange: Exchange): ObjectAttributes {
  return readAttributes(Object.keys(exchange.request.headers), (name) => header(exchange, name));
}

/** `x-goog-if-generation-match` and the like. */
export function headerPreconditions(exchange: Exchange): Preconditions {
  return readPreconditions((name) =>
    header(exchange, `x-goog-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`),
  );
}

/** `x-goog-content-length-range: 1,5242880`. @throws StorageError when it is no range */
function headerLengthRange(exchange: Exchange): LengthRange | undefined {
  const text = header(exchange, 'x-goog-content-length-range');
  if (text === undefined) return undefined;
  const [least = '', most = ''] = text.split(',').map((part) => part.trim());
  return lengthRange(least, most);
}
