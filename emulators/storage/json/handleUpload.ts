/** Uploads of the JSON API: https://cloud.google.com/storage/docs/uploads-downloads */
import { allowCrossOrigin, answerPreflight, sessionRule } from '../http/cors.ts';
import {
  contentLength,
  header,
  ownOrigin,
  parameter,
  sendEmpty,
  sendJson,
  type Exchange,
} from '../http/exchange.ts';
import { statedHashes } from '../http/statedHashes.ts';
import { StorageError } from '../storageError.ts';
import { assertAcceptable, type ObjectRequest } from '../uploads/objectRequest.ts';
import { receiveObject } from '../uploads/receiveObject.ts';
import { cancelSession, continueSession } from '../http/sessionRequests.ts';
import { assertServerCaller } from './assertServerCaller.ts';
import { readMultipart } from './readMultipart.ts';
import {
  changedAttributes,
  parameterPreconditions,
  readJson,
  resourceHashes,
  type JsonObject,
} from './requestBody.ts';
import { objectResource } from './resources.ts';

/** @throws StorageError */
export async function handleUpload(exchange: Exchange, bucket: string): Promise<void> {
  const id = parameter(exchange, 'upload_id');
  if (id !== undefined) {
    await handleSession(exchange, id);
    return;
  }
  assertServerCaller(exchange);
  if (exchange.method !== 'POST') throw new StorageError('methodNotAllowed');
  switch (parameter(exchange, 'uploadType')) {
    case 'media':
      return uploadMedia(exchange, bucket);
    case 'multipart':
      return uploadMultipart(exchange, bucket);
    case 'resumable':
      return startUpload(exchange, bucket);
    default:
      throw new StorageError('invalidArgument', 'uploadType must be media, multipart or resumable.');
  }
}

async function uploadMedia(exchange: Exchange, bucket: string): Promise<void> {
  const contentType = header(exchange, 'content-type');
  const request = objectRequest(exchange, bucket, contentType === undefined ? {} : { contentType });
  const length = contentLength(exchange);
  const object = await receiveObject(exchange.services, request, exchange.request, length);
  sendJson(exchange, objectResource(object, ownOrigin(exchange)));
}

async function uploadMultipart(exchange: Exchange, bucket: string): Promise<void> {
  const { resource, contentType, content } = await readMultipart(exchange.request);
  const request = objectRequest(exchange, bucket, {
    ...(contentType !== undefined && { contentType }),
    ...resource,
  });
  const object = await receiveObject(exchange.services, request, content);
  sendJson(exchange, objectResource(object, ownOrigin(exchange)));
}

async function startUpload(exchange: Exchange, bucket: string): Promise<void> {
  const { services } = exchange;
  const contentType = header(exchange, 'x-upload-content-type');
  const resource = await readJson(exchange);
  const request = objectRequest(exchange, bucket, {
    ...(contentType !== undefined && { contentType }),
    ...resource,
  });
  const total = header(exchange, 'x-upload-content-length');
  const origin = header(exchange, 'origin');
  assertAcceptable(services.store, request, undefined);
  const { id } = services.sessions.start({
    ...request,
    ...(total !== undefined && { total: Number(total) }),
    ...(origin !== undefined && { origin }),
  });
  const query = new URLSearchParams({ uploadType: 'resumable', name: request.name, upload_id: id });
  const address = `${ownOrigin(exchange)}/upload/storage/v1/b/${bucket}/o?${query.toString()}`;
  sendEmpty(exchange, 200, { Location: address, 'X-GUploader-UploadID': id });
}

/** Who knows the session's URI needs nothing else; a page, only when the upload was started for its origin. */
async function handleSession(exchange: Exchange, id: string): Promise<void> {
  const session = exchange.services.sessions.find(id);
  const rules = session?.origin === undefined ? [] : [sessionRule(session.origin)];
  if (exchange.method === 'OPTIONS') {
    answerPreflight(exchange, rules);
    return;
  }
  allowCrossOrigin(exchange, rules);
  if (exchange.method === 'DELETE') await cancelSession(exchange, id);
  if (exchange.method !== 'PUT') throw new StorageError('methodNotAllowed');
  const object = await continueSession(exchange, id);
  if (object) sendJson(exchange, objectResource(object, ownOrigin(exchange)));
}

function objectRequest(exchange: Exchange, bucket: string, resource: JsonObject): ObjectRequest {
  const { name } = resource;
  return {
    bucket,
    name: parameter(exchange, 'name') ?? (typeof name === 'string' ? name : ''),
    attributes: changedAttributes({}, resource),
    preconditions: parameterPreconditions(exchange),
    expected: { ...resourceHashes(resource), ...statedHashes(exchange) },
  };
}
