/** An upload in one request. */
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { assertHashes, hashFile } from '../store/contentHashes.ts';
import type { StoredObject } from '../store/storedObject.ts';
import { assertAcceptable, type ObjectRequest } from './objectRequest.ts';
import { assertInRange, receiveBytes } from './receiveBytes.ts';
import type { UploadServices } from './uploadSessions.ts';

/**
 * @param source the object's bytes
 * @param length how many are announced; Node's HTTP server sees to it that as many come
 * @returns the object, once its bytes and all that is said of it are on disk
 * @throws StorageError; whatever the source failed with. No byte is kept then, and the object that was there stays.
 */
export async function receiveObject(
  { store, sessions }: UploadServices,
  request: ObjectRequest,
  source: Readable,
  length?: number,
): Promise<StoredObject> {
  assertAcceptable(store, request, length);
  const file = sessions.draftFile();
  try {
    await receiveBytes(source, file, { range: request.range });
    const hashes = await hashFile(file);
    assertInRange(hashes.size, request.range);
    assertHashes(hashes, request.expected);
    return store.putObject(
      request.bucket,
      request.name,
      { file, hashes },
      request.attributes,
      request.preconditions,
    );
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}
