/** An object's bytes, with the headers by which Cloud Storage describes them. */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { StoredObject } from '../store/storedObject.ts';
import { readByteRange } from './byteRange.ts';
import { header, headerValue, type Exchange } from './exchange.ts';

/** What a signed URL may ask for in place of what the object has. */
export interface ResponseOverrides {
  contentType?: string | undefined;
  contentDisposition?: string | undefined;
}

/** @throws StorageError `invalidRange` */
export async function sendObject(
  exchange: Exchange,
  object: StoredObject,
  overrides: ResponseOverrides = {},
): Promise<void> {
  const { response, method, services } = exchange;
  response.setHeaders(new Map(Object.entries(objectHeaders(object, overrides))));
  response.setHeader('Accept-Ranges', 'bytes');
  if (header(exchange, 'if-none-match') === etag(object)) {
    response.writeHead(304).end();
    return;
  }
  if (header(exchange, 'range') !== undefined) response.setHeader('Content-Range', `bytes */${object.size}`);
  const range = readByteRange(header(exchange, 'range'), object.size);
  const { first, last } = range ?? { first: 0, last: object.size - 1 };
  if (range) response.setHeader('Content-Range', `bytes ${first}-${last}/${object.size}`);
  else response.removeHeader('Content-Range');
  response.writeHead(range ? 206 : 200, { 'Content-Length': last - first + 1 });
  if (method === 'HEAD' || object.size === 0) {
    response.end();
    return;
  }
  const fd = services.store.openContent(object);
  await pipeline(createReadStream('', { fd, start: first, end: last }), response);
}

export function etag({ md5Hash, generation }: StoredObject): string {
  return `"${md5Hash ? Buffer.from(md5Hash, 'base64').toString('hex') : generation}"`;
}

/** @returns the headers that say which object it is: https://cloud.google.com/storage/docs/xml-api/reference-headers */
export function objectHeaders(
  object: StoredObject,
  overrides: ResponseOverrides = {},
): Record<string, string> {
  const { attributes, generation, metageneration, crc32c, md5Hash, size } = object;
  const described = {
    'Content-Type': overrides.contentType ?? attributes.contentType ?? 'application/octet-stream',
    'Content-Disposition': overrides.contentDisposition ?? attributes.contentDisposition,
    'Content-Encoding': attributes.contentEncoding,
    'Content-Language': attributes.contentLanguage,
    'Cache-Control': attributes.cacheControl ?? 'private, max-age=0',
    'Last-Modified': new Date(object.updated).toUTCString(),
    ETag: etag(object),
    'x-goog-generation': generation,
    'x-goog-metageneration': String(metageneration),
    'x-goog-hash': [`crc32c=${crc32c}`, ...(md5Hash === undefined ? [] : [`md5=${md5Hash}`])].join(','),
    'x-goog-storage-class': 'STANDARD',
    'x-goog-stored-content-encoding': attributes.contentEncoding ?? 'identity',
    'x-goog-stored-content-length': String(size),
  };
  const custom = Object.entries(attributes.metadata ?? {}).map(([name, text]) => [
    `x-goog-meta-${name}`,
    text,
  ]);
  const present = [...Object.entries(described), ...custom].filter(([, text]) => text !== undefined);
  return Object.fromEntries(present.map(([name = '', text = '']) => [name, headerValue(text)]));
}
