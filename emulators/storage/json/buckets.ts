/** Buckets of the JSON API. */
import { ownOrigin, parameter, sendEmpty, sendJson, type Exchange } from '../http/exchange.ts';
import { StorageError } from '../storageError.ts';
import type { CorsRule } from '../store/storedObject.ts';
import { readJson, textOf, type JsonObject } from './requestBody.ts';
import { bucketResource } from './resources.ts';

/** `GET` lists them all, `POST` makes one. @throws StorageError */
export async function handleBuckets(exchange: Exchange): Promise<void> {
  const { method, services } = exchange;
  if (method === 'GET') {
    const prefix = parameter(exchange, 'prefix') ?? '';
    const buckets = services.store.listBuckets().filter(({ name }) => name.startsWith(prefix));
    const items = buckets.map((bucket) => bucketResource(bucket, ownOrigin(exchange)));
    sendJson(exchange, { kind: 'storage#buckets', items });
  } else if (method === 'POST') {
    const body = await readJson(exchange);
    const bucket = services.store.createBucket(textOf(body['name']) ?? '', settingsOf(body));
    sendJson(exchange, bucketResource(bucket, ownOrigin(exchange)));
  } else throw new StorageError('methodNotAllowed');
}

/** Of a bucket's settings, CORS and labels are kept; others are passed over. @throws StorageError */
export async function handleBucket(exchange: Exchange, name: string): Promise<void> {
  const { method, services } = exchange;
  const { store } = services;
  if (method === 'GET') {
    sendJson(exchange, bucketResource(store.getBucket(name), ownOrigin(exchange)));
  } else if (method === 'PATCH' || method === 'PUT') {
    const bucket = store.updateBucket(name, settingsOf(await readJson(exchange)));
    sendJson(exchange, bucketResource(bucket, ownOrigin(exchange)));
  } else if (method === 'DELETE') {
    store.deleteBucket(name);
    sendEmpty(exchange, 204);
  } else throw new StorageError('methodNotAllowed');
}

function settingsOf({ cors, labels }: JsonObject) {
  return {
    ...(Array.isArray(cors) && { cors: cors as CorsRule[] }),
    ...(cors === null && { cors: [] }),
    ...(typeof labels === 'object' && labels !== null && { labels: labels as Record<string, string> }),
  };
}
