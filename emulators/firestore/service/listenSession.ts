import { parseDatabaseName } from '../engine/documentNames.ts';
import type { StreamSession, StreamSink } from '../types.ts';
import type { CallContext } from './callContext.ts';
import { ListenedTargets } from './listenedTargets.ts';
import type { ListenRequest } from './requests.ts';
import { toFirestoreError } from './statusCodes.ts';

/**
 * The Listen stream: any number of targets, each told its documents and then what commits change about them. Requests
 * and commits are worked off one after the other, because asking the rules takes time.
 */
export function createListenSession(context: CallContext, sink: StreamSink): StreamSession {
  let isOpen = true;
  let work = Promise.resolve();
  let listening: { targets: ListenedTargets; unsubscribe: () => void } | undefined;

  const close = (): void => {
    isOpen = false;
    listening?.unsubscribe();
  };

  const enqueue = (task: () => Promise<void>): void => {
    work = work.then(async () => {
      if (!isOpen) return;
      try {
        await task();
      } catch (error) {
        close();
        sink.fail(toFirestoreError(error));
      }
    });
  };

  const start = (databaseName: string | undefined): NonNullable<typeof listening> => {
    const { database, access } = context.open(parseDatabaseName(databaseName));
    const send: StreamSink['send'] = (message) => {
      if (isOpen) sink.send(message);
    };
    const targets = new ListenedTargets(context, database, access, send);
    const unsubscribe = database.subscribe((commit) => {
      if (targets.noteCommit(commit)) enqueue(() => targets.tellCommits());
    });
    return { targets, unsubscribe };
  };

  const handle = async ({ database, addTarget, removeTarget }: ListenRequest): Promise<void> => {
    listening ??= start(database);
    if (addTarget) await listening.targets.add(addTarget);
    if (removeTarget !== undefined) listening.targets.remove(removeTarget);
  };

  return { request: (message) => enqueue(() => handle(message)), close };
}
