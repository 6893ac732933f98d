/** Objects of the JSON API: https://cloud.google.com/storage/docs/json_api/v1/objects */
import { ownOrigin, parameter, sendEmpty, sendJson, type Exchange } from '../http/exchange.ts';
import { sendObject } from '../http/sendObject.ts';
import { StorageError } from '../storageError.ts';
import { listObjects, type ListRequest } from '../store/listObjects.ts';
import { assertPreconditions } from '../store/preconditions.ts';
import type { ObjectAddress } from '../uploads/objectRequest.ts';
import { isMedia } from './isMedia.ts';
import { changedAttributes, parameterPreconditions, readJson } from './requestBody.ts';
import { objectResource } from './resources.ts';

/** @throws StorageError */
export async function handleObject(exchange: Exchange, { bucket, name }: ObjectAddress): Promise<void> {
  const { method, services } = exchange;
  const { store } = services;
  const object = store.getObject(bucket, name, parameter(exchange, 'generation'));
  const preconditions = parameterPreconditions(exchange);
  if (method === 'GET') {
    assertPreconditions(object, preconditions, true);
    if (isMedia(exchange)) await sendObject(exchange, object);
    else sendJson(exchange, objectResource(object, ownOrigin(exchange)));
  } else if (method === 'PATCH' || method === 'PUT') {
    const resource = await readJson(exchange);
    // Somebody may have replaced it while the body was read.
    const current = store.getObject(bucket, name, parameter(exchange, 'generation'));
    const attributes = changedAttributes(method === 'PATCH' ? current.attributes : {}, resource);
    const changed = store.updateObject(current, attributes, preconditions);
    sendJson(exchange, objectResource(changed, ownOrigin(exchange)));
  } else if (method === 'DELETE') {
    store.deleteObject(object, preconditions);
    sendEmpty(exchange, 204);
  } else throw new StorageError('methodNotAllowed');
}

/** @throws StorageError */
export function sendObjectPage(exchange: Exchange, bucket: string): void {
  if (exchange.method !== 'GET') throw new StorageError('methodNotAllowed');
  if (parameter(exchange, 'matchGlob') !== undefined) throw new StorageError('notImplemented', 'matchGlob');
  const page = listObjects(exchange.services.store.objects(bucket), listRequest(exchange));
  sendJson(exchange, {
    kind: 'storage#objects',
    ...page,
    items: page.items.map((object) => objectResource(object, ownOrigin(exchange))),
  });
}

function listRequest(exchange: Exchange): ListRequest {
  const request: ListRequest = {};
  for (const name of ['prefix', 'delimiter', 'startOffset', 'endOffset', 'pageToken'] as const) {
    const value = parameter(exchange, name);
    if (value !== undefined) request[name] = value;
  }
  const maxResults = parameter(exchange, 'maxResults');
  if (maxResults !== undefined) {
    if (!/^[1-9]\d*$/.test(maxResults))
      throw new StorageError('invalidArgument', `maxResults: ${maxResults}.`);
    request.maxResults = Number(maxResults);
  }
  return { ...request, includeTrailingDelimiter: parameter(exchange, 'includeTrailingDelimiter') === 'true' };
}
