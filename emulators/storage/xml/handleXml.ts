/** The part of the XML API that browsers use: `/bucket/object`, by signed URL, by form, or by the URI of an upload. */
import { answerPreflight, allowCrossOrigin } from '../http/cors.ts';
import {
  contentLength,
  decodeSegment,
  headersByName,
  parameter,
  sendEmpty,
  type Exchange,
} from '../http/exchange.ts';
import { objectHeaders, sendObject } from '../http/sendObject.ts';
import { assertSigned, isSigned } from '../signing/signedUrl.ts';
import { StorageError } from '../storageError.ts';
import { assertPreconditions } from '../store/preconditions.ts';
import type { ObjectAddress } from '../uploads/objectRequest.ts';
import { receiveObject } from '../uploads/receiveObject.ts';
import { cancelSession, continueSession } from '../http/sessionRequests.ts';
import { postForm } from './postForm.ts';
import { assertSupported, headerPreconditions, headerRequest } from './requestHeaders.ts';
import { startSignedUpload } from './startSignedUpload.ts';

/** @throws StorageError */
export async function handleXml(exchange: Exchange): Promise<void> {
  const { segments, method, services } = exchange;
  const [bucketSegment = '', ...nameSegments] = segments;
  const address = { bucket: decodeSegment(bucketSegment), name: decodeSegment(nameSegments.join('/')) };
  const rules = services.store.findBucket(address.bucket)?.cors ?? [];
  if (method === 'OPTIONS') {
    answerPreflight(exchange, rules);
    return;
  }
  allowCrossOrigin(exchange, rules);
  if (address.name === '' && method === 'POST') await postForm(exchange, address.bucket);
  else if (parameter(exchange, 'upload_id') !== undefined) await handleSession(exchange, address);
  else {
    if (!isSigned(exchange.query)) {
      throw new StorageError('accessDenied', 'Anonymous caller has no access, or there is no such object.');
    }
    const resource = `/${segments.map(decodeSegment).join('/')}`;
    assertSigned(services, { method, resource, query: exchange.query, headers: headersByName(exchange) });
    if (address.name === '') throw new StorageError('notImplemented', 'Listing a bucket by signed URL.');
    services.store.getBucket(address.bucket);
    assertSupported(exchange);
    await handleSigned(exchange, address);
  }
}

async function handleSigned(exchange: Exchange, address: ObjectAddress): Promise<void> {
  switch (exchange.method) {
    case 'GET':
    case 'HEAD':
      return getObject(exchange, address);
    case 'PUT':
      return putObject(exchange, address);
    case 'POST':
      startSignedUpload(exchange, address);
      return;
    case 'DELETE':
      deleteObject(exchange, address);
      return;
    default:
      throw new StorageError('methodNotAllowed');
  }
}

async function getObject(exchange: Exchange, { bucket, name }: ObjectAddress): Promise<void> {
  const object = exchange.services.store.getObject(bucket, name, parameter(exchange, 'generation'));
  assertPreconditions(object, headerPreconditions(exchange), true);
  await sendObject(exchange, object, {
    contentType: parameter(exchange, 'response-content-type'),
    contentDisposition: parameter(exchange, 'response-content-disposition'),
  });
}

async function putObject(exchange: Exchange, address: ObjectAddress): Promise<void> {
  const request = headerRequest(exchange, address);
  const length = contentLength(exchange);
  const object = await receiveObject(exchange.services, request, exchange.request, length);
  sendEmpty(exchange, 200, describedObject(objectHeaders(object)));
}

function deleteObject(exchange: Exchange, { bucket, name }: ObjectAddress): void {
  const { store } = exchange.services;
  const object = store.getObject(bucket, name, parameter(exchange, 'generation'));
  store.deleteObject(object, headerPreconditions(exchange));
  sendEmpty(exchange, 204);
}

async function handleSession(exchange: Exchange, { bucket, name }: ObjectAddress): Promise<void> {
  const id = parameter(exchange, 'upload_id') ?? '';
  const session = exchange.services.sessions.get(id);
  if (session.bucket !== bucket || session.name !== name) throw new StorageError('noSuchUpload');
  if (exchange.method === 'DELETE') await cancelSession(exchange, id);
  if (exchange.method !== 'PUT') throw new StorageError('methodNotAllowed');
  const object = await continueSession(exchange, id);
  if (object) sendEmpty(exchange, 200, describedObject(objectHeaders(object)));
}

/** Of the headers of an object those that an upload is answered with. */
function describedObject(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => name === 'ETag' || name.startsWith('x-goog-')),
  );
}
