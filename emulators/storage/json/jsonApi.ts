/** The JSON API, as Google's server libraries call it: `/storage/v1/b/…`, or `/b/…` by way of STORAGE_EMULATOR_HOST. */
import { decodeSegment, type Exchange } from '../http/exchange.ts';
import { StorageError } from '../storageError.ts';
import { assertServerCaller } from './assertServerCaller.ts';
import { handleBucket, handleBuckets } from './buckets.ts';
import { composeObject, rewriteObject } from './copies.ts';
import { handleObject, sendObjectPage } from './objects.ts';
import { handleUpload } from './handleUpload.ts';

/** @returns the segments after the API's prefix, decoded, or undefined when the request is for the XML API */
export function jsonPath({ segments }: Exchange): { path: string[]; isUpload: boolean } | undefined {
  const [first, second, third] = segments;
  const isUpload = first === 'upload';
  if ((isUpload || first === 'download') && second === 'storage' && third === 'v1') {
    return { path: segments.slice(3).map(decodeSegment), isUpload };
  }
  if (first === 'storage' && second === 'v1') return { path: segments.slice(2).map(decodeSegment), isUpload };
  // No bucket has a name of one letter.
  return first === 'b' ? { path: segments.map(decodeSegment), isUpload } : undefined;
}

/** @throws StorageError */
export async function handleJson(exchange: Exchange, path: string[], isUpload: boolean): Promise<void> {
  if (isUpload) {
    await handleUpload(exchange, path[1] ?? '');
    return;
  }
  assertServerCaller(exchange);
  const [collection, bucket, kind, name, action, ...target] = path;
  if (collection !== 'b') throw notImplemented(exchange);
  if (bucket === undefined) await handleBuckets(exchange);
  else if (kind === undefined) await handleBucket(exchange, bucket);
  else if (kind !== 'o') throw notImplemented(exchange);
  else if (name === undefined) sendObjectPage(exchange, bucket);
  else if (action === undefined) await handleObject(exchange, { bucket, name });
  else if (exchange.method !== 'POST') throw notImplemented(exchange);
  else if (action === 'rewriteTo' || action === 'copyTo') {
    await rewriteObject(
      exchange,
      { bucket, name },
      { bucket: target[1] ?? '', name: target[3] ?? '' },
      action,
    );
  } else if (action === 'compose') await composeObject(exchange, { bucket, name });
  else throw notImplemented(exchange);
}

function notImplemented({ method, request }: Exchange): StorageError {
  return new StorageError('notImplemented', `${method} ${request.url ?? ''}`);
}
