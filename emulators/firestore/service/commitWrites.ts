import type { CommitResponse, Database } from '../engine/database.ts';
import { parseDatabaseName, type Path } from '../engine/documentNames.ts';
import { parseWrite, type Write, type WriteMessage } from '../engine/write.ts';
import { FirestoreError, type Message } from '../types.ts';
import type { Access } from './access.ts';
import type { CallContext } from './callContext.ts';
import type { BatchWriteRequest, CommitRequest } from './requests.ts';
import { toFirestoreError, toRpcStatus } from './statusCodes.ts';

/** Commit: all writes or none, in a transaction or outside of any. */
export async function commit(context: CallContext, request: CommitRequest): Promise<Message> {
  const { database, access } = context.open(parseDatabaseName(request.database));
  return { ...(await commitWrites(database, access, request.writes ?? [], request.transaction)) };
}

/**
 * Commits writes once their documents are free, if the caller may.
 * @throws FirestoreError as the engine and the rules do; nothing is written then.
 */
export async function commitWrites(
  database: Database,
  access: Access,
  messages: readonly WriteMessage[],
  transactionId?: Buffer,
): Promise<CommitResponse> {
  const writes = messages.map((message) => parseWrite(message, database.name));
  assertNoUpdateAfterDelete(writes);
  const { transactions } = database;
  const locks = database.locksOf(writes);
  if (!transactionId || transactionId.length === 0) {
    return transactions.withLocks(locks, () => judgedCommit(database, access, writes));
  }

  const transaction = transactions.get(transactionId);
  try {
    if (transaction.readTime !== undefined && writes.length > 0) {
      throw new FirestoreError('INVALID_ARGUMENT', 'Cannot modify documents in a read-only transaction.');
    }
    transactions.assertMayCommit(transaction);
    await transactions.lock(transaction, locks);
    const answer = await judgedCommit(database, access, writes);
    transactions.endAfterAnswer(transaction);
    return answer;
  } catch (error) {
    transactions.end(transaction);
    throw error;
  }
}

/** @throws FirestoreError INVALID_ARGUMENT for a document that a commit first deletes and then requires to exist. */
function assertNoUpdateAfterDelete(writes: readonly Write[]): void {
  const deleted = new Set<Path>();
  for (const { name, path, operation, precondition } of writes) {
    if (precondition.exists === true && deleted.has(path)) {
      throw new FirestoreError('INVALID_ARGUMENT', `One commit cannot delete ${name} and then update it.`);
    }
    if (operation.kind === 'delete') deleted.add(path);
    else deleted.delete(path);
  }
}

async function judgedCommit(
  database: Database,
  access: Access,
  writes: readonly Write[],
): Promise<CommitResponse> {
  if (access.isOwner) return database.commit(writes);
  const requestTime = database.readTime();

  // The rules may read any document: what was judged is committed only if nothing has changed meanwhile.
  for (;;) {
    const judgedVersion = database.version;
    const outcomes = database.preview(writes, requestTime);
    const judged = { requestTime, view: database.viewAfter(outcomes), reads: new Set<string>() };
    for (const [index, outcome] of outcomes.entries()) {
      const write = writes[index];
      if (write) await access.assertWrite(write, outcome, judged);
    }
    if (database.version === judgedVersion) return database.commit(writes, requestTime);
  }
}

/** BatchWrite: each write on its own, with a status of its own. */
export async function batchWrite(context: CallContext, request: BatchWriteRequest): Promise<Message> {
  const { database, access } = context.open(parseDatabaseName(request.database));
  const writes = request.writes ?? [];
  const paths = writes.map((write) => parseWrite(write, database.name).path);
  if (new Set(paths).size < paths.length) {
    throw new FirestoreError('INVALID_ARGUMENT', 'A batch write may not write a document twice.');
  }

  const outcomes = await Promise.all(writes.map((write) => commitOne(database, access, write)));
  return {
    writeResults: outcomes.map(({ writeResult }) => writeResult),
    status: outcomes.map(({ status }) => status),
  };
}

async function commitOne(
  database: Database,
  access: Access,
  write: WriteMessage,
): Promise<{ writeResult: unknown; status: unknown }> {
  try {
    // A delete has no update time: the SDKs' bulk writers take that for the year 1970, as production lets them.
    const { writeResults } = await commitWrites(database, access, [write]);
    return { writeResult: { ...writeResults[0] }, status: { code: 0, message: '' } };
  } catch (error) {
    return { writeResult: {}, status: toRpcStatus(toFirestoreError(error)) };
  }
}
