/** An object that somebody wants to store, before its bytes are there. */
import type { ExpectedHashes } from '../store/contentHashes.ts';
import { assertObjectName } from '../store/assertObjectName.ts';
import type { ObjectStore } from '../store/objectStore.ts';
import { assertPreconditions, type Preconditions } from '../store/preconditions.ts';
import type { ObjectAttributes } from '../store/storedObject.ts';
import { assertInRange, type LengthRange } from './receiveBytes.ts';

export interface ObjectAddress {
  bucket: string;
  name: string;
}

export interface ObjectRequest extends ObjectAddress {
  attributes: ObjectAttributes;
  preconditions: Preconditions;
  expected: ExpectedHashes;
  range?: LengthRange | undefined;
}

/**
 * Refuses what is certain to be refused before any byte is read.
 *
 * @param length how many bytes are announced, if anybody says
 * @throws StorageError
 */
export function assertAcceptable(
  store: ObjectStore,
  request: ObjectRequest,
  length: number | undefined,
): void {
  store.getBucket(request.bucket);
  assertObjectName(request.name);
  assertPreconditions(store.findObject(request.bucket, request.name), request.preconditions);
  if (length !== undefined) assertInRange(length, request.range);
}
