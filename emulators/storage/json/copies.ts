/** Objects made of other objects, without their bytes leaving the server. */
import { rm } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { ownOrigin, parameter, sendJson, type Exchange } from '../http/exchange.ts';
import { StorageError } from '../storageError.ts';
import { hashFile } from '../store/contentHashes.ts';
import { assertPreconditions, readPreconditions } from '../store/preconditions.ts';
import type { StoredObject } from '../store/storedObject.ts';
import type { ObjectAddress } from '../uploads/objectRequest.ts';
import { receiveBytes } from '../uploads/receiveBytes.ts';
import {
  changedAttributes,
  parameterPreconditions,
  readJson,
  textOf,
  type JsonObject,
} from './requestBody.ts';
import { objectResource } from './resources.ts';

/** https://cloud.google.com/storage/docs/json_api/v1/objects/compose */
const MOST_PARTS = 32;

/** Copies within one request, however large. @throws StorageError */
export async function rewriteObject(
  exchange: Exchange,
  source: ObjectAddress,
  target: ObjectAddress,
  action: 'rewriteTo' | 'copyTo',
): Promise<void> {
  const { store, sessions } = exchange.services;
  const body = await readJson(exchange);
  const object = store.getObject(source.bucket, source.name, parameter(exchange, 'sourceGeneration'));
  assertPreconditions(object, sourcePreconditions(exchange));
  const { size, crc32c, md5Hash, componentCount, attributes } = object;
  const file = sessions.draftFile();
  await append(exchange, object, file);
  const content = {
    file,
    hashes: { size, crc32c, ...(md5Hash !== undefined && { md5Hash }) },
    ...(componentCount !== undefined && { componentCount }),
  };
  // Google's client sends the new attributes whole, or none.
  const copied = Object.keys(body).length > 0 ? changedAttributes({}, body) : attributes;
  const contentType = copied.contentType ?? attributes.contentType;
  const copy = await putOrRemove(file, () =>
    store.putObject(
      target.bucket,
      target.name,
      content,
      { ...copied, ...(contentType !== undefined && { contentType }) },
      parameterPreconditions(exchange),
    ),
  );
  const resource = objectResource(copy, ownOrigin(exchange));
  const bytes = String(size);
  if (action === 'copyTo') sendJson(exchange, resource);
  else {
    const done = {
      kind: 'storage#rewriteResponse',
      done: true,
      totalBytesRewritten: bytes,
      objectSize: bytes,
    };
    sendJson(exchange, { ...done, resource });
  }
}

/** Appends objects of one bucket to each other. @throws StorageError */
export async function composeObject(exchange: Exchange, target: ObjectAddress): Promise<void> {
  const { store, sessions } = exchange.services;
  const { sourceObjects, destination } = await readJson(exchange);
  if (!Array.isArray(sourceObjects) || sourceObjects.length === 0 || sourceObjects.length > MOST_PARTS) {
    throw new StorageError('invalidArgument', `Name from 1 to ${MOST_PARTS} sourceObjects.`);
  }
  const parts = (sourceObjects as JsonObject[]).map((part) => findPart(exchange, target.bucket, part));
  const file = sessions.draftFile();
  for (const part of parts) await append(exchange, part, file);
  const hashes = await hashFile(file);
  const componentCount = parts.reduce((sum, part) => sum + (part.componentCount ?? 1), 0);
  const object = await putOrRemove(file, () =>
    store.putObject(
      target.bucket,
      target.name,
      { file, hashes, componentCount },
      changedAttributes({}, (destination ?? {}) as JsonObject),
      parameterPreconditions(exchange),
    ),
  );
  sendJson(exchange, objectResource(object, ownOrigin(exchange)));
}

function findPart({ services }: Exchange, bucket: string, part: JsonObject): StoredObject {
  const object = services.store.getObject(bucket, textOf(part['name']) ?? '', textOf(part['generation']));
  const stated = (part['objectPreconditions'] ?? {}) as JsonObject;
  assertPreconditions(
    object,
    readPreconditions((name) => textOf(stated[name])),
  );
  return object;
}

/** `?ifSourceGenerationMatch=…`. */
function sourcePreconditions(exchange: Exchange) {
  return readPreconditions((name) => parameter(exchange, name.replace('if', 'ifSource')));
}

async function append({ services }: Exchange, object: StoredObject, file: string): Promise<void> {
  await receiveBytes(createReadStream('', { fd: services.store.openContent(object) }), file);
}

async function putOrRemove(file: string, put: () => StoredObject): Promise<StoredObject> {
  try {
    return put();
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}
