/** What both APIs do with the URI of a resumable upload, which is all that a client needs to have. */
import { sendEmpty, type Exchange } from './exchange.ts';
import { statedHashes } from './statedHashes.ts';
import { StorageError } from '../storageError.ts';
import type { StoredObject } from '../store/storedObject.ts';
import { continueUpload } from '../uploads/continueUpload.ts';

/**
 * Takes bytes; when more must come it answers 308 with what is there.
 *
 * @returns the object, when the upload is complete: the caller answers
 * @throws StorageError
 */
export async function continueSession(exchange: Exchange, id: string): Promise<StoredObject | undefined> {
  const { services, request } = exchange;
  const { received, object } = await continueUpload(services, id, request, statedHashes(exchange));
  if (!object) sendEmpty(exchange, 308, received > 0 ? { Range: `bytes=0-${received - 1}` } : {});
  return object;
}

/** @throws StorageError always: 499 is how Cloud Storage says that an upload is cancelled */
export async function cancelSession({ services, request }: Exchange, id: string): Promise<never> {
  const { sessions } = services;
  sessions.get(id);
  await sessions.exclusively(id, request, () => {
    sessions.remove(sessions.get(id));
    return Promise.resolve();
  });
  throw new StorageError('uploadCancelled');
}
