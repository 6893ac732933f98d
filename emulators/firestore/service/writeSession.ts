import type { Database } from '../engine/database.ts';
import { parseDatabaseName } from '../engine/documentNames.ts';
import type { Message, StreamSession, StreamSink } from '../types.ts';
import type { Access } from './access.ts';
import type { CallContext } from './callContext.ts';
import { commitWrites } from './commitWrites.ts';
import type { WriteRequest } from './requests.ts';
import { toFirestoreError } from './statusCodes.ts';

/**
 * The Write stream of the client SDKs: the first message names the database and is answered with a stream token, each
 * later one commits its writes, in order. The first write that fails ends the stream with its error.
 */
export function createWriteSession(context: CallContext, sink: StreamSink): StreamSession {
  let target: { database: Database; access: Access } | undefined;
  let isOpen = true;
  let hasFailed = false;
  let answered = 0;
  let work = Promise.resolve();

  const answer = async (request: WriteRequest): Promise<Message> => {
    answered += 1;
    const streamToken = Buffer.from(String(answered));
    if (!target) {
      target = context.open(parseDatabaseName(request.database));
      return { streamId: 'write', streamToken };
    }
    return { streamToken, ...(await commitWrites(target.database, target.access, request.writes ?? [])) };
  };

  const handle = async (request: WriteRequest): Promise<void> => {
    if (hasFailed) return;
    try {
      const response = await answer(request);
      if (isOpen) sink.send(response);
    } catch (error) {
      if (isOpen) sink.fail(toFirestoreError(error));
      hasFailed = true;
    }
  };

  return {
    request: (message) => {
      work = work.then(() => handle(message));
    },
    close: () => {
      isOpen = false;
    },
  };
}
