/** One request of a resumable upload: bytes, or the question how many there are. */
import type { IncomingMessage } from 'node:http';
import { truncate } from 'node:fs/promises';
import { StorageError } from '../storageError.ts';
import { assertHashes, hashFile, type ExpectedHashes } from '../store/contentHashes.ts';
import type { StoredObject } from '../store/storedObject.ts';
import { readContentRange, type UploadRange } from './readContentRange.ts';
import { assertInRange, receiveBytes } from './receiveBytes.ts';
import type { UploadServices, UploadSession } from './uploadSessions.ts';

/** Of an upload that is not at its end, Cloud Storage keeps whole pieces of this size. */
const PIECE_BYTES = 256 * 1024;

export interface UploadProgress {
  /** How many bytes are kept. */
  received: number;
  /** The object, when the upload is complete. */
  object?: StoredObject;
}

/**
 * @param expected what this request says about the bytes of the whole object
 * @throws StorageError; whatever the request failed with. The upload can be continued, unless it was found to be wrong.
 */
export async function continueUpload(
  services: UploadServices,
  id: string,
  request: IncomingMessage,
  expected: ExpectedHashes,
): Promise<UploadProgress> {
  services.sessions.get(id);
  return services.sessions.exclusively(id, request, async () => {
    const session = services.sessions.get(id);
    if (session.completed) {
      request.resume();
      return { received: session.completed.size, object: session.completed };
    }
    try {
      return await takeBytes(services, session, request, expected);
    } catch (error) {
      if (error instanceof StorageError && isFinal(error)) services.sessions.remove(session);
      throw error;
    }
  });
}

/** What was sent is not what was allowed or announced: no later request makes it right. */
function isFinal({ problem }: StorageError): boolean {
  return ['EntityTooLarge', 'EntityTooSmall', 'BadDigest', 'PreconditionFailed'].includes(problem.code);
}

async function takeBytes(
  services: UploadServices,
  session: UploadSession,
  request: IncomingMessage,
  expected: ExpectedHashes,
): Promise<UploadProgress> {
  const range = readContentRange(request.headers['content-range']);
  const total = range.total ?? session.total;
  if (session.total !== undefined && total !== session.total) {
    throw new StorageError('invalidArgument', `The upload was announced with ${session.total} bytes.`);
  }
  if (total !== undefined) assertInRange(total, session.range);
  if (range.first !== undefined) await append(services, session, request, range, range.first, total);

  const received = services.sessions.received(session);
  const isComplete = total === undefined ? range.endsObject : received === total;
  if (isComplete) return { received, object: await finish(services, session, expected) };
  return { received: await keepWholePieces(services, session) };
}

async function append(
  services: UploadServices,
  session: UploadSession,
  request: IncomingMessage,
  { last }: UploadRange,
  first: number,
  total: number | undefined,
): Promise<void> {
  const file = services.sessions.bytesFile(session);
  const from = services.sessions.received(session);
  if (first > from) {
    throw new StorageError(
      'invalidArgument',
      `The upload is at byte ${from}; you sent from byte ${first} on.`,
    );
  }
  let arrived: number;
  try {
    arrived = await receiveBytes(request, file, { from, skip: from - first, range: session.range });
  } catch (error) {
    // The connection was lost on the way: what arrived counts.
    await keepWholePieces(services, session);
    throw error;
  }
  const wrongLength = last !== undefined && arrived !== last - first + 1;
  const tooMuch = total !== undefined && first + arrived > total;
  if (wrongLength || tooMuch) {
    await truncate(file, from);
    throw new StorageError('incompleteBody', `${arrived} bytes arrived.`);
  }
}

async function keepWholePieces({ sessions }: UploadServices, session: UploadSession): Promise<number> {
  const received = sessions.received(session);
  const kept = received - (received % PIECE_BYTES);
  if (kept < received) await truncate(sessions.bytesFile(session), kept);
  return kept;
}

async function finish(
  { store, sessions }: UploadServices,
  session: UploadSession,
  expected: ExpectedHashes,
): Promise<StoredObject> {
  const file = sessions.bytesFile(session);
  const hashes = await hashFile(file);
  assertInRange(hashes.size, session.range);
  assertHashes(hashes, { ...session.expected, ...expected });
  const { bucket, name, attributes, preconditions } = session;
  const object = store.putObject(bucket, name, { file, hashes }, attributes, preconditions);
  sessions.complete(session, object);
  return object;
}
